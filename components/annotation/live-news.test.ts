import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import type { AnnotationEvent } from '@/lib/domain/parse-live-event'
import { missedEvents } from './live-reread'
import { emptyReading, readingState, type ReadingEvent, type ReadingState } from './reading-state'
import { contentOf } from './writes'

const me = { id: 'me', name: 'Lin' }
const ann = { id: 'ann', name: 'Ann' }
const page = { revision: 2, mine: me.id }
const flag = (id: string, version: number, change: Partial<ReaderAnnotation> = {}): ReaderAnnotation => ({
  id, version, author: ann, start: 0, end: 4, quote: 'they', labels: [{ dimension: 'statement', label: 'opinion' }],
  note: null, evidence: [], confidence: null, sourceName: null, createdAt: '', updatedAt: '', ...change,
})
const event = (id: string, version: number, reader: ReaderAnnotation | null, change: Partial<AnnotationEvent> = {}) => ({
  id, version, revision: reader ? 2 : 0, detached: false, annotation: '', reader, ...change,
})
const told = (...events: AnnotationEvent[]): ReadingEvent => ({ type: 'told', events, page })
const loaded = (...standing: ReaderAnnotation[]): ReadingEvent => ({
  type: 'loaded', standing, detached: [], kept: new Map(), mine: me, quoteAt: () => 'they', cursor: '1:1:.0',
})
const after = (...events: ReadingEvent[]): ReadingState => events.reduce(readingState, emptyReading)
const counts = ({ standing, detached, waiting, writes }: ReadingState) => [standing.size, detached.size, waiting.size, writes.size]
const mine = (version: number, change: Partial<ReaderAnnotation> = {}) => flag('m', version, { author: me, ...change })
const wished: ReadingEvent = { type: 'wished', annotation: mine(0), revision: 2, gone: false }
const sending: ReadingEvent = { type: 'sending', id: 'm' }
const answered = (version: number): ReadingEvent => ({
  type: 'confirmed', id: 'm', known: { version, content: contentOf(mine(0)), gone: false },
})

describe('what others flag', () => {
  it('waits, however often it is told, until the reader asks', () => {
    const waiting = after(loaded(flag('a', 1)), told(event('b', 1, flag('b', 1))), told(event('b', 1, flag('b', 1))))
    expect(counts(waiting)).toEqual([1, 0, 1, 0])
    const shown = readingState(waiting, { type: 'showed' })
    expect(counts(shown)).toEqual([2, 0, 0, 0])
    expect([...shown.fresh]).toEqual(['b'])
    expect(readingState(shown, told(event('b', 1, flag('b', 1))))).toBe(shown)
  })

  it('changes at once where it is shown, and unseen where it waits', () => {
    const state = after(
      loaded(flag('a', 1)), told(event('b', 1, flag('b', 1))),
      told(event('a', 2, flag('a', 2, { sourceName: 'x' })), event('b', 2, flag('b', 2, { sourceName: 'y' }))),
    )
    expect(counts(state)).toEqual([1, 0, 1, 0])
    expect([state.standing.get('a')?.sourceName, state.waiting.get('b')?.annotation.sourceName]).toEqual(['x', 'y'])
  })

  it('goes when it is deleted, shown, chosen or waiting, and does not come back by older news', () => {
    const state = after(
      loaded(flag('a', 1)), { type: 'chose', id: 'a', from: 'text' }, told(event('b', 1, flag('b', 1))),
      told(event('a', 2, null), event('b', 2, null)), told(event('a', 1, flag('a', 1)), event('b', 1, flag('b', 1))),
    )
    expect(counts(state)).toEqual([0, 0, 0, 0])
    expect(state.chosen).toBeNull()
  })

  it('keeps its place on the page when it was changed on a later revision, and says that there is one', () => {
    const state = after(loaded(flag('a', 1)), told(event('a', 2, flag('a', 2, { start: 90, end: 94, sourceName: 'x' }), { revision: 3 })))
    expect(state.standing.get('a')).toMatchObject({ start: 0, end: 4, quote: 'they', sourceName: 'x' })
    expect(state.newer).toBe(3)
    const unplaced = readingState(state, told(event('c', 1, flag('c', 1), { revision: 3 })))
    expect(counts(unplaced)).toEqual([1, 0, 0, 0])
  })

  it('moves among the detached where it lost its words', () => {
    expect(counts(after(loaded(flag('a', 1)), told(event('a', 2, flag('a', 2), { detached: true }))))).toEqual([0, 1, 0, 0])
  })

  it('is shown when the address names it', () => {
    const state = after(loaded(), told(event('b', 1, flag('b', 1))), { type: 'chose', id: 'b', from: 'address' })
    expect([...counts(state), state.chosen?.id]).toEqual([1, 0, 0, 0, 'b'])
  })

  it('ends the same in whatever order and however often it is told', () => {
    const news = [
      event('a', 1, flag('a', 1)), event('a', 2, flag('a', 2, { sourceName: 'x' })), event('a', 3, null),
      event('b', 1, flag('b', 1)), event('b', 2, flag('b', 2), { detached: true }), event('c', 1, flag('c', 1)),
    ]
    const ends = (events: AnnotationEvent[]) => {
      const state = readingState(after(loaded(), ...events.map((each) => told(each))), { type: 'showed' })
      return [[...state.standing.keys()].sort(), [...state.detached.keys()].sort()]
    }
    const shuffled = fc.shuffledSubarray([...news, ...news], { minLength: news.length * 2 })
    fc.assert(
      fc.property(shuffled, (events) => {
        expect(ends(events)).toEqual([['c'], ['b']])
      }),
    )
  })
})

describe("the reader's own flags", () => {
  it('are not doubled or announced by their echo, before the answer or after it', () => {
    const echo = told(event('m', 1, mine(1)))
    for (const order of [[echo, answered(1)], [answered(1), echo], [echo, answered(1), echo]]) {
      expect(counts(after(loaded(), wished, sending, ...order))).toEqual([1, 0, 0, 0])
    }
  })

  it('are not sent again when the echo tells what the lost answer would have', () => {
    const state = after(loaded(), wished, sending, { type: 'failed', id: 'm' }, told(event('m', 1, mine(1))))
    expect(counts(state)).toEqual([1, 0, 0, 0])
  })

  it('are shown at once when they come from another window', () => {
    const state = after(loaded(), told(event('m', 1, mine(1))))
    expect(counts(state)).toEqual([1, 0, 0, 0])
    expect(counts(readingState(state, told(event('m', 2, null))))).toEqual([0, 0, 0, 0])
  })

  it('are not overwritten by an older echo while a change of them is on its way', () => {
    const changed = { ...wished, annotation: mine(0, { sourceName: 'new' }) } as ReadingEvent
    const state = after(loaded(), wished, sending, answered(1), changed, told(event('m', 1, mine(1))))
    expect(state.standing.get('m')?.sourceName).toBe('new')
    expect(state.writes.get('m')?.known?.version).toBe(1)
  })

  it('go when somebody deleted them before the answer came', () => {
    expect(counts(after(loaded(), wished, sending, told(event('m', 2, null)), answered(1)))).toEqual([0, 0, 0, 0])
  })
})

describe('a layer read anew', () => {
  it('tells what came and what went, and leaves alone what happened since it was asked', () => {
    const asked = after(loaded(flag('a', 1), flag('b', 1)))
    const now = [told(event('late', 1, flag('late', 1))), wished].reduce(readingState, asked)
    const events = missedEvents({ standing: [flag('b', 2), flag('c', 1)], detached: [] }, asked, now, 2)
    const state = readingState(now, told(...events))
    expect([...state.standing.keys()].sort()).toEqual(['b', 'm'])
    expect([...state.waiting.keys()].sort()).toEqual(['c', 'late'])
    expect(state.standing.get('b')?.version).toBe(2)
  })

  it('keeps what was confirmed while it was being read', () => {
    const asked = after(loaded(), wished, sending)
    const now = readingState(asked, answered(1))
    expect(missedEvents({ standing: [], detached: [] }, asked, now, 2)).toEqual([])
  })
})
