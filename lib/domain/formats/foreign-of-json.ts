import { z } from 'zod'
import type { Foreign, JsonObject } from './foreign'

/** Deeper than any annotation, and shallow enough for whoever walks it. */
const mostDepth = 64

const object = z.custom<JsonObject>((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
const list = z.array(z.custom<JsonObject[string]>())
const objects = z.record(z.string(), object)
const foreign = z.strictObject({
  properties: object.optional(),
  bodies: list.optional(),
  labels: objects.optional(),
  evidence: objects.optional(),
  note: object.optional(),
  target: z
    .strictObject({
      properties: object.optional(),
      source: object.optional(),
      quote: object.optional(),
      position: object.optional(),
      selectors: list.optional(),
    })
    .optional(),
})

/**
 * What an annotation brought from elsewhere, out of the JSON that a table's cell holds. Null where it is not that: no
 * JSON, nested more than 64 deep, of another shape, or with a character that cannot be stored.
 */
export function foreignOfJson(json: string): Foreign | null {
  if (isDeep(json)) return null
  try {
    const parsed = foreign.safeParse(JSON.parse(json))
    return parsed.success && isStorable(parsed.data) ? parsed.data : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function isDeep(json: string): boolean {
  let depth = 0
  for (const [sign] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/gs)) {
    if (sign === '[' || sign === '{') depth += 1
    else if (sign === ']' || sign === '}') depth -= 1
    if (depth > mostDepth) return true
  }
  return false
}

/** JSON writes null characters and lone surrogates, and no other character above the space, as `\u` and four digits. */
const isStorable = (value: unknown) => !/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(JSON.stringify(value))
