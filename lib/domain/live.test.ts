import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReaderAnnotation } from './annotation'
import { liveEventOf, mergeEvent, type LiveState } from './live'
import { formatCursor, parseCursor } from './live-cursor'
import { parseLiveEvent, type AnnotationEvent } from './parse-live-event'

const reader = (id: string, version: number): ReaderAnnotation => ({
  id, version, author: { id: 'a', name: 'Ann' }, start: version, end: version + 5, quote: 'quote',
  labels: [{ dimension: 'framing', label: 'loaded-language' }], note: null, evidence: [], confidence: null, sourceName: null,
  createdAt: '2026-11-23T00:00:00.000Z', updatedAt: '2026-11-23T00:00:00.000Z',
})

/** What the server can say of an annotation in one state; a version is deleted or it is not. */
const event = (id: string, version: number, revision: number): AnnotationEvent => {
  const deleted = version % 3 === 0
  return {
    id, version, revision: deleted ? 0 : revision, detached: !deleted && revision === 3,
    annotation: `/${id}`, reader: deleted ? null : reader(id, version),
  }
}

const events = fc.array(
  fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 3 })).map((parts) => event(...parts)),
  { maxLength: 30 },
)
const merged = (all: AnnotationEvent[]): LiveState => all.reduce(mergeEvent, new Map())
const sorted = (state: LiveState) => [...state].sort(([a], [b]) => (a < b ? -1 : 1))

describe('merging live events', () => {
  test('any order with any repeats ends in the same state', () => {
    const shuffled = events.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.tuple(fc.subarray(all), fc.subarray(all)).chain(([some, more]) => {
          const repeated = [...all, ...some, ...more]
          return fc.shuffledSubarray(repeated, { minLength: repeated.length })
        }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([all, again]) => {
        expect(sorted(merged(again))).toEqual(sorted(merged(all)))
      }),
    )
  })

  test('the highest version stays, deleted or not', () => {
    fc.assert(
      fc.property(events, (all) => {
        for (const [id, known] of merged(all)) {
          const highest = Math.max(...all.filter((each) => each.id === id).map((each) => each.version))
          expect([known.version, known.reader === null]).toEqual([highest, highest % 3 === 0])
        }
      }),
    )
  })

  test('an event that tells nothing new gives the very same state back', () => {
    const state = merged([event('a', 2, 2)])
    expect(mergeEvent(state, event('a', 2, 2))).toBe(state)
    expect(mergeEvent(state, event('a', 1, 2))).toBe(state)
    expect(mergeEvent(state, event('a', 2, 3))).not.toBe(state)
  })
})

describe('reading live events', () => {
  test('takes its own events and nothing else', () => {
    const data = event('a', 1, 1)
    expect(parseLiveEvent('annotation.updated', JSON.stringify(data))).toEqual({ name: 'annotation.updated', data })
    expect(parseLiveEvent('presence', '{"readers":3}')).toEqual({ name: 'presence', data: { readers: 3 } })
    expect(parseLiveEvent('layer.stale', '{}')).toEqual({ name: 'layer.stale', data: null })
    expect(parseLiveEvent('annotation.sung', JSON.stringify(data))).toBeNull()
    expect(parseLiveEvent('annotation.updated', '{')).toBeNull()
    expect(parseLiveEvent('annotation.updated', JSON.stringify({ ...data, reader: { id: 'a' } }))).toBeNull()
    expect(parseLiveEvent('presence', '{"readers":"3"}')).toBeNull()
  })

  test('knows which actions readers are told of', () => {
    expect(liveEventOf('annotation.restored')).toBe('annotation.created')
    expect(liveEventOf('article.created')).toBeNull()
    expect(liveEventOf('toString')).toBeNull()
  })
})

describe('cursors', () => {
  test.each(['735:735:.0', '735:739:736,738.42', '1:18446744073709551615:.7'])('%s is one', (text) => {
    const cursor = parseCursor(text)
    expect(cursor && formatCursor(cursor)).toBe(text)
  })

  test.each([
    '', '42', '735:735:', '735:735:.', '0:735:.1', '736:735:.1', '735:739:738,736.1', '735:739:736,736.1', '735:739:739.1',
    '735:739:734.1', '735:739:736,.1', '1:18446744073709551616:.1', '735:735:.1 ', '-1:5:.1', `1:9999:${'2,'.repeat(4000)}3.1`,
    "735:735:'.1", '735:735:.1234567890123456789',
  ])('%j is none', (text) => expect(parseCursor(text)).toBeNull())

  test('any snapshot survives the way out and back', () => {
    const snapshot = fc
      .tuple(fc.bigInt(1n, 2n ** 60n), fc.uniqueArray(fc.bigInt(0n, 1000n), { maxLength: 50 }))
      .map(([least, open]) => `${least}:${least + 1001n}:${open.sort((a, b) => (a < b ? -1 : 1)).map((id) => least + id).join(',')}`)
    fc.assert(fc.property(snapshot, fc.nat(), (text, row) => {
      expect(parseCursor(formatCursor({ snapshot: text, row: String(row) }))).toEqual({ snapshot: text, row: String(row) })
    }))
  })
})
