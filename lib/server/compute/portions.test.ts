import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gather, inPortions, portionLength, type Portion } from './portions'

const throughPortions = async (result: unknown) => {
  const sent: Portion[] = []
  const left = structuredClone(await inPortions(result, async (portion) => void sent.push(structuredClone(portion))))
  const { add, whole } = gather()
  for (const portion of sent) add(portion)
  return { sent, result: whole(left) }
}
const entries = (length: number) => Array.from({ length }, (_, at) => ({ at }))

test('whatever an answer is, it arrives as it was', async () => {
  const list = fc.integer({ min: 0, max: 3 * portionLength + 1 }).map(entries)
  const value = fc.oneof(list, fc.record({ annotations: list, refused: list, note: fc.string() }), fc.string(), fc.constant(null), fc.constant(new Map([['a', 1]])), fc.integer())
  await fc.assert(fc.asyncProperty(value, async (one) => { expect((await throughPortions({ ok: true, value: one })).result).toEqual({ ok: true, value: one }) }), { numRuns: 50 })
})

test('no message holds more than a portion of a list', async () => {
  const { sent } = await throughPortions({ ok: true, value: { annotations: entries(2 * portionLength + 1) } })
  expect(sent.map(({ portion, of }) => [of, portion.length])).toEqual([['annotations', portionLength], ['annotations', portionLength], ['annotations', 1]])
})

test('a refusal is sent as it is', async () => {
  const refused = { ok: false, problems: entries(2_000) }
  expect(await throughPortions(refused)).toEqual({ sent: [], result: refused })
})
