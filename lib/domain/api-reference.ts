import { z } from 'zod'

/** One thing that is sent or answered: where it stands (`content.body`, `layers[].id`), what it may be, whether it must be. */
export type ReferenceField = { name: string; type: string; required: boolean; description: string }
/** An answer: its status, what it means, and of what media types. */
export type ReferenceAnswer = { status: string; description: string; types: string[] }
/** One request that can be made; `scope` is what a token must be good for, null where none is needed. */
export type ReferenceOperation = {
  id: string
  method: string
  path: string
  summary: string
  description: string
  scope: string | null
  parameters: (ReferenceField & { in: string })[]
  body: { types: string[]; fields: ReferenceField[]; example: unknown } | null
  answers: ReferenceAnswer[]
  /** What the first good answer holds, where it is JSON. */
  answer: ReferenceField[]
}
export type ReferenceGroup = { name: string; description: string; operations: ReferenceOperation[] }

const shape = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  get properties() {
    return z.record(z.string(), shape).optional()
  },
  get items() {
    return shape.optional()
  },
  get anyOf() {
    return z.array(shape).optional()
  },
  get additionalProperties() {
    return z.union([z.boolean(), shape]).optional()
  },
  required: z.array(z.string()).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  description: z.string().optional(),
  format: z.string().optional(),
  default: z.unknown().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
})
type Shape = z.infer<typeof shape>

const content = z.record(z.string(), z.looseObject({ schema: shape.optional(), example: z.unknown().optional() }))
const operation = z.looseObject({
  operationId: z.string(),
  tags: z.tuple([z.string()]),
  summary: z.string(),
  description: z.string().default(''),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z
    .array(z.looseObject({ in: z.string(), name: z.string(), required: z.boolean().default(false), description: z.string().default(''), schema: shape }))
    .default([]),
  requestBody: z.looseObject({ content }).optional(),
  responses: z.record(z.string(), z.looseObject({ description: z.string(), content: content.optional() })),
})
const description = z.looseObject({
  tags: z.array(z.looseObject({ name: z.string(), description: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.looseObject({ schemas: z.record(z.string(), shape) }),
})

/**
 * An OpenAPI document (3.1) as a page can print it: its operations by tag, their schemas as flat lists of fields.
 * @throws ZodError where the document is not of the kind that this site makes
 */
export function readReference(document: unknown): ReferenceGroup[] {
  const { tags, paths, components } = description.parse(document)
  const find = ({ $ref, ...rest }: Shape): Shape => ($ref ? { ...components.schemas[$ref.split('/').at(-1) ?? ''], ...rest } : rest)
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, told]) => ({ tag: told.tags[0], entry: operationOf(path, method, told, find) })),
  )
  return tags.map(({ name, description }) => ({
    name,
    description,
    operations: all.filter(({ tag }) => tag === name).map(({ entry }) => entry),
  }))
}

type Find = (shape: Shape) => Shape

function operationOf(path: string, method: string, told: z.infer<typeof operation>, find: Find): ReferenceOperation {
  const sent = told.requestBody && firstOf(told.requestBody.content)
  const good = Object.entries(told.responses).find(([status]) => status.startsWith('2'))?.[1]
  const json = good?.content?.['application/json']?.schema
  return {
    id: told.operationId,
    method: method.toUpperCase(),
    path,
    summary: told.summary,
    description: told.description,
    scope: told.security.some((way) => Object.keys(way).length === 0) ? null : (told.security[0]?.token?.[0] ?? null),
    parameters: told.parameters.map(({ in: place, name, required, description, schema }) => ({ in: place, name, required, description, type: typeOf(schema, find) })),
    body: told.requestBody && sent ? { types: Object.keys(told.requestBody.content), fields: fieldsOf(sent.schema, find), example: sent.example ?? null } : null,
    answers: Object.entries(told.responses).map(([status, { description, content }]) => ({ status, description, types: Object.keys(content ?? {}) })),
    answer: json ? fieldsOf(json, find) : [],
  }
}

const firstOf = (all: z.infer<typeof content>) => Object.values(all)[0]

/** The fields of an object and of the objects in it, each under its whole name. */
function fieldsOf(of: Shape | undefined, find: Find, prefix = ''): ReferenceField[] {
  if (!of) return []
  const { properties = {}, required = [] } = find(of)
  return Object.entries(properties).flatMap(([key, each]) => {
    const name = `${prefix}${key}`
    const field = { name, type: typeOf(each, find), required: required.includes(key), description: find(each).description ?? '' }
    const inner = find(each)
    return [field, ...fieldsOf(inner.items ? inner.items : inner, find, inner.items ? `${name}[].` : `${name}.`)]
  })
}

/** What a value may be, in words that programmers read: `string, at most 300 characters`, `"text" | "html"`. */
function typeOf(of: Shape, find: Find): string {
  const told = find(of)
  if (told.anyOf) return told.anyOf.map((each) => typeOf(each, find)).join(' | ')
  const listed = told.const === undefined ? told.enum : [told.const]
  const kind = listed ? listed.map((value) => JSON.stringify(value)).join(' | ') : kindOf(told, find)
  const bounds = listed ? [] : boundsOf(told)
  return [kind, ...bounds, ...(told.default === undefined ? [] : [`default ${JSON.stringify(told.default)}`])].join(', ')
}

function kindOf({ type, items, format, additionalProperties }: Shape, find: Find): string {
  if (type === 'array') return `array of ${items ? typeOf(items, find) : 'anything'}`
  if (type === 'object' && typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0)
    return `object, each value ${typeOf(additionalProperties, find)}`
  return format ?? [type ?? 'anything'].flat().join(' | ')
}

function boundsOf({ minimum, maximum, minLength, maxLength }: Shape): string[] {
  const numbers = minimum !== undefined && maximum !== undefined ? [`${minimum} to ${maximum}`] : minimum !== undefined && minimum !== 0 ? [`at least ${minimum}`] : []
  const [least, most] = [minLength !== undefined && minLength > 1, maxLength !== undefined]
  const exact = least && minLength === maxLength
  return [...numbers, ...(exact ? [`${maxLength} characters`] : most ? [`at most ${maxLength} characters`] : [])]
}
