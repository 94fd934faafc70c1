import { z } from 'zod'
import type { Foreign, JsonObject } from './foreign'
import { checkJson, readJson } from './read-json'

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
 * JSON, of another shape, or more than can be kept (`jsonLimits`).
 */
export function foreignOfJson(json: string): Foreign | null {
  const value = readJson(json)
  if (!value.ok || checkJson(value.value, '')) return null
  const parsed = foreign.safeParse(value.value)
  return parsed.success ? parsed.data : null
}
