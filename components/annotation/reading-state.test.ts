import { describe, expect, it } from 'vitest'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import { emptyReading, readingState, type ReadingEvent, type ReadingState } from './reading-state'
import { contentOf, nextStep } from './writes'

const me = { id: 'me', name: 'Lin' }
const flag = (labels: ReaderAnnotation['labels'], version = 0): ReaderAnnotation => ({
  id: 'a', author: me, start: 0, end: 4, quote: 'they', labels, note: null, evidence: [], confidence: null,
  sourceName: null, version, createdAt: '', updatedAt: '',
})
const opinion = { dimension: 'statement', label: 'opinion' } as const
const doubt = { dimension: 'framing', label: 'doubt' } as const
const wished = (annotation: ReaderAnnotation, gone = false): ReadingEvent => ({
  type: 'wished', annotation, revision: 1, gone,
})
const after = (...events: ReadingEvent[]): ReadingState => events.reduce(readingState, emptyReading)
const confirmed = (annotation: ReaderAnnotation, version: number, gone = false): ReadingEvent => ({
  type: 'confirmed', id: 'a', known: { version, content: contentOf(annotation), gone },
})
const stepOf = (state: ReadingState) => {
  const write = state.writes.get('a')
  return write ? nextStep(write) : null
}
const sending: ReadingEvent = { type: 'sending', id: 'a' }

describe('a flag on its way to the server', () => {
  it('is shown at once, sent, and forgotten as a write when the server has it', () => {
    const made = after(wished(flag([opinion])))
    expect(made.standing.get('a')?.labels).toEqual([opinion])
    expect(stepOf(made)).toBe('create')
    expect(after(wished(flag([opinion])), sending, confirmed(flag([opinion]), 1)).writes.size).toBe(0)
  })

  it('sends a second label as an update of what the first made, never as a second flag', () => {
    const state = after(wished(flag([opinion])), sending, wished(flag([opinion, doubt])), confirmed(flag([opinion]), 1))
    expect(stepOf(state)).toBe('update')
    expect(state.writes.get('a')?.known?.version).toBe(1)
  })

  it('sends nothing when it is taken back before it was ever sent', () => {
    expect(after(wished(flag([opinion])), wished(flag([opinion]), true)).writes.size).toBe(0)
  })

  it('is deleted on the server when it was sent without an answer and then taken back', () => {
    const state = after(wished(flag([opinion])), sending, { type: 'failed', id: 'a' }, wished(flag([opinion]), true))
    expect(stepOf(state)).toBe('delete')
  })

  it('stays with its words when the connection is lost, and goes again when asked', () => {
    const lost = after(wished(flag([opinion])), sending, { type: 'failed', id: 'a' })
    expect(lost.writes.get('a')?.state).toBe('unsent')
    expect(lost.standing.has('a')).toBe(true)
    expect(readingState(lost, { type: 'retried', id: null }).writes.get('a')?.state).toBe('pending')
  })

  it('comes back after deletion by restoring, then by changing what differs', () => {
    const gone = after(wished(flag([opinion])), sending, confirmed(flag([opinion]), 1), wished(flag([opinion]), true), sending, confirmed(flag([opinion]), 2, true))
    expect(gone.standing.size).toBe(0)
    const back = readingState(gone, wished(flag([doubt])))
    expect(stepOf(back)).toBe('restore')
    expect(stepOf(readingState(back, confirmed(flag([opinion]), 3)))).toBe('update')
  })

  it('goes back to what the server has when a refused change is discarded', () => {
    const state = after(
      { type: 'loaded', standing: [flag([opinion], 4)], detached: [], kept: new Map(), mine: me, quoteAt: () => 'they', cursor: null },
      wished(flag([doubt], 4)),
      { type: 'refused', id: 'a', problem: { code: 'conflict', path: '' }, theirs: null },
      { type: 'discarded', id: 'a' },
    )
    expect(state.standing.get('a')?.labels).toEqual([opinion])
    expect(state.writes.size).toBe(0)
  })
})

describe('what a browser kept over a reload', () => {
  const place = { start: 0, end: 4, quote: 'they', revision: 1 }
  const loaded = (standing: ReaderAnnotation[], gone = false, quote = 'they'): ReadingEvent => ({
    type: 'loaded', standing, detached: [], mine: me, quoteAt: () => quote, cursor: null,
    kept: new Map([['a', { want: { content: contentOf(flag([doubt])), gone }, place, known: null, tried: true, sent: null }]]),
  })

  it('is sent when the server never got it', () => {
    expect(stepOf(after(loaded([])))).toBe('create')
  })
  it('is dropped when the server had got it after all', () => {
    expect(after(loaded([flag([doubt], 1)])).writes.size).toBe(0)
  })
  it('is sent as a change when the server has something else', () => {
    const state = after(loaded([flag([opinion], 1)]))
    expect(stepOf(state)).toBe('update')
    expect(state.standing.get('a')?.labels).toEqual([doubt])
  })
  it('is listed as detached when other words stand at its place now', () => {
    const state = after(loaded([], false, 'them'))
    expect([state.standing.size, state.detached.size]).toEqual([0, 1])
  })
  it('keeps a deletion hidden', () => {
    expect(after(loaded([flag([opinion], 1)], true)).standing.size).toBe(0)
  })
})
