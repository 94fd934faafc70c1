import { describe, expect, it } from 'vitest'
import type { AnnotationContent, ReaderAnnotation } from '@/lib/domain/annotation'
import { emptyReading, readingState, type Passage, type ReadingEvent, type ReadingState } from './reading-state'
import type { Typed } from './reading-form'
import { contentOf, nextStep, type KeptWrite } from './writes'

const me = { id: 'me', name: 'Lin' }
const page = { revision: 1, mine: me.id }
const words = (text: string) => ({ type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] })
const opinion = { dimension: 'statement', label: 'opinion' } as const
const flag = (version: number, change: Partial<ReaderAnnotation> = {}): ReaderAnnotation => ({
  id: 'a', author: me, start: 0, end: 4, quote: 'they', labels: [opinion], note: null, evidence: [], confidence: null,
  sourceName: null, version, createdAt: '', updatedAt: '', ...change,
})
const loaded = (standing: ReaderAnnotation[], kept: [string, KeptWrite][] = []): ReadingEvent => ({
  type: 'loaded', standing, detached: [], kept: new Map(kept), mine: me, quoteAt: () => 'they', cursor: null,
})
const after = (...events: ReadingEvent[]): ReadingState => events.reduce(readingState, emptyReading)
const wished = (annotation: ReaderAnnotation, gone = false): ReadingEvent => ({ type: 'wished', annotation, revision: 1, gone })
const said = (annotation: ReaderAnnotation) => {
  const { labels: _, ...rest } = contentOf(annotation)
  return rest
}
const passage = (form: boolean): Passage => ({ id: 'a', raw: { start: 0, end: 4 }, span: { start: 0, end: 4 }, unit: 'word', via: 'keys', form })
const typed = (now: ReaderAnnotation, base: ReaderAnnotation | null, change: Partial<Typed> = {}): ReadingEvent => ({
  type: 'typed', typed: { id: 'a', said: said(now), base: base && said(base), revision: 1, at: '', ...change },
})
const told = (annotation: ReaderAnnotation | null, version: number): ReadingEvent => ({
  type: 'told', page, events: [{ id: 'a', version, revision: annotation ? 1 : 0, detached: false, annotation: '', reader: annotation }],
})
const refused = (theirs: { version: number; content: AnnotationContent; gone: boolean } | null, code: 'conflict' | 'handedIn' = 'conflict'): ReadingEvent => ({
  type: 'refused', id: 'a', problem: { code, path: '' }, theirs,
})
const closed: ReadingEvent = { type: 'selected', passage: null }
const shown = (state: ReadingState) => state.standing.get('a')
const mine = flag(1, { note: words('mine') })
const other = flag(2, { note: words('other') })

describe('a form that closes', () => {
  const writing = [loaded([flag(1)]), { type: 'selected' as const, passage: passage(true) }, typed(mine, flag(1))]
  const another: Passage = { ...passage(false), id: 'b' }
  it.each<[string, ReadingEvent]>([
    ['by Done, Escape or a click elsewhere', closed],
    ['by another selection', { type: 'selected', passage: another }],
    ['by folding it', { type: 'selected', passage: passage(false) }],
  ])('%s has its words saved', (_, event) => {
    const state = after(...writing, event)
    expect(shown(state)?.note).toEqual(words('mine'))
    expect(nextStep(state.writes.get('a')!)).toBe('update')
    expect(state.typed).toBeNull()
  })
  it('keeps them while only the labels change', () => {
    const state = after(...writing, wished(flag(1, { labels: [opinion, { dimension: 'framing', label: 'doubt' }] })), closed)
    expect([shown(state)?.labels.length, shown(state)?.note]).toEqual([2, words('mine')])
  })
  it.each<[string, ReadingEvent[]]>([
    ['has no label', [loaded([]), typed(mine, null)]],
    ['cannot be saved as it stands', [loaded([flag(1)]), typed(mine, flag(1), { said: null })]],
  ])('says that a draft is kept where it %s', (_, events) => {
    expect(after(...events, closed).notice?.reason).toBe('draftKept')
  })
})

describe('two windows with the same flag', () => {
  const parts: [string, Partial<ReaderAnnotation>, Partial<ReaderAnnotation>][] = [
    ['notes', { note: words('mine') }, { note: words('other') }],
    ['labels', { labels: [{ dimension: 'framing', label: 'doubt' }] }, { labels: [{ dimension: 'statement', label: 'value-judgement' }] }],
    ['confidence', { confidence: 'certain' }, { confidence: 'unsure' }],
    ['links', { evidence: [{ url: 'https://example.org/1', title: '' }] }, { evidence: [{ url: 'https://example.org/2', title: '' }] }],
    ['sources', { sourceName: 'Ann' }, { sourceName: 'Ben' }],
    ['a note and a source', { note: words('mine') }, { sourceName: 'Ben' }],
  ]
  it.each(parts)('show both where the server refuses the second: %s', (_, here, there) => {
    const theirs = { version: 2, content: contentOf(flag(2, there)), gone: false }
    const state = after(loaded([flag(1)]), wished(flag(1, here)), { type: 'sending', id: 'a' }, refused(theirs))
    expect(shown(state)).toMatchObject(there)
    expect(state.writes.get('a')).toMatchObject({ state: 'refused', theirs, want: { content: here } })
    const kept = readingState(state, { type: 'insisted', id: 'a' })
    expect(shown(kept)).toMatchObject(here)
    expect([nextStep(kept.writes.get('a')!), kept.writes.get('a')?.known?.version]).toEqual(['update', 2])
    const left = readingState(state, { type: 'discarded', id: 'a' })
    expect([shown(left)?.version, left.writes.size]).toEqual([2, 0])
  })

  it('show both where this one heard of the other while its form was open', () => {
    const state = after(loaded([flag(1)]), { type: 'selected', passage: passage(true) }, typed(mine, flag(1)), told(other, 2), closed)
    expect(shown(state)?.note).toEqual(words('other'))
    expect(state.writes.get('a')).toMatchObject({ theirs: { version: 2, content: { note: words('other') } }, want: { content: { note: words('mine') } } })
    expect(readingState(state, { type: 'insisted', id: 'a' }).writes.get('a')?.known?.version).toBe(2)
  })

  it('show both where the connection was away meanwhile', () => {
    const unsent = [loaded([flag(1)]), wished(mine), { type: 'sending' as const, id: 'a' }, { type: 'failed' as const, id: 'a' }]
    expect(after(...unsent, told(other, 2)).writes.get('a')?.theirs?.version).toBe(2)
    // It was the answer that was lost.
    expect(after(...unsent, told({ ...mine, version: 2 }, 2)).writes.size).toBe(0)
  })

  it('do not blame each other for a change that was sent and whose answer was lost', () => {
    const state = after(
      loaded([flag(1)]), wished(mine), { type: 'sending', id: 'a' }, { type: 'failed', id: 'a' }, wished(flag(1, { note: words('mine and more') })),
      told({ ...mine, version: 2 }, 2),
    )
    expect(state.writes.get('a')).toMatchObject({ theirs: null, known: { version: 2 } })
  })

  it('keep both until one is chosen, whatever is pressed', () => {
    const theirs = { version: 2, content: contentOf(other), gone: false }
    const state = after(loaded([flag(1)]), wished(mine), { type: 'sending', id: 'a' }, refused(theirs))
    expect(readingState(state, wished(flag(1), true))).toBe(state)
    expect(readingState(state, { type: 'retried', id: null }).writes.get('a')?.theirs).toEqual(theirs)
    expect(after(loaded([flag(1)]), wished(mine), { type: 'sending', id: 'a' }, refused(theirs), typed(flag(1, { note: words('third') }), mine), closed).notice?.reason).toBe('draftKept')
  })

  it('keep what was deleted in the other until one is chosen', () => {
    const state = after(loaded([flag(1)]), wished(mine), { type: 'sending', id: 'a' }, refused({ version: 2, content: contentOf(flag(1)), gone: true }))
    expect(shown(state)?.note).toEqual(words('mine'))
    expect(nextStep(readingState(state, { type: 'insisted', id: 'a' }).writes.get('a')!)).toBe('restore')
    expect(readingState(state, { type: 'discarded', id: 'a' }).standing.size).toBe(0)
  })

  const kept = (known: KeptWrite['known'], sent: AnnotationContent | null = null): [string, KeptWrite][] => [
    ['a', { want: { content: contentOf(mine), gone: false }, place: { start: 0, end: 4, quote: 'they', revision: 1 }, known, tried: true, sent }],
  ]
  const before = { version: 1, content: contentOf(flag(1)), gone: false }
  it('are told apart over a reload', () => {
    expect(after(loaded([other], kept(before))).writes.get('a')).toMatchObject({ state: 'refused', theirs: { version: 2 } })
    expect(shown(after(loaded([other], kept(before))))?.note).toEqual(words('other'))
    expect(after(loaded([flag(1)], kept(before))).writes.get('a')).toMatchObject({ state: 'pending', theirs: null })
    expect(after(loaded([other], kept(before, contentOf(other)))).writes.get('a')).toMatchObject({ state: 'pending', theirs: null })
    expect(after(loaded([other], kept(null))).writes.get('a')?.theirs?.version).toBe(2)
  })
})

describe('what the server refuses', () => {
  const handedIn = refused(null, 'handedIn')
  it('is rolled back: a deletion, and the page says why', () => {
    const state = after(loaded([mine]), wished(mine, true), { type: 'sending', id: 'a' }, handedIn)
    expect([shown(state)?.note, state.writes.size, state.notice?.reason]).toEqual([words('mine'), 0, { code: 'handedIn', path: '' }])
    expect(state.history.past).toEqual([])
  })
  it('is rolled back: the undoing of a deletion', () => {
    const gone = after(loaded([mine]), wished(mine, true), { type: 'sending', id: 'a' }, { type: 'confirmed', id: 'a', known: { version: 2, content: contentOf(mine), gone: true } })
    const state = [{ type: 'stepped' as const, direction: 'undo' as const, revision: 1, at: '' }, { type: 'sending' as const, id: 'a' }, handedIn].reduce<ReadingState>(readingState, gone)
    expect([state.standing.size, state.writes.size, state.notice?.id]).toEqual([0, 0, 'a'])
  })
  it('is rolled back: a change, whose words stay until their reader decides', () => {
    const state = after(loaded([flag(1)]), wished(mine), { type: 'sending', id: 'a' }, handedIn)
    expect(shown(state)?.note).toBeNull()
    expect(state.writes.get('a')).toMatchObject({ state: 'refused', want: { content: { note: words('mine') } } })
  })
  it('stays as the card that says so where it was never there', () => {
    const state = after(loaded([]), wished(mine), { type: 'sending', id: 'a' }, handedIn)
    expect([state.standing.size, state.writes.get('a')?.state]).toEqual([1, 'refused'])
  })
})

describe('undoing', () => {
  const undo: ReadingEvent = { type: 'stepped', direction: 'undo', revision: 1, at: '' }
  const redo: ReadingEvent = { ...undo, direction: 'redo' }
  it('gives the former note back and never takes the flag with it', () => {
    const made = [loaded([]), wished(flag(0)), wished({ ...mine, version: 0 })]
    const once = after(...made, undo)
    expect([once.standing.size, shown(once)?.note, once.toast]).toEqual([1, null, null])
    expect(shown(readingState(once, redo))?.note).toEqual(words('mine'))
    expect(after(...made, undo, undo).standing.size).toBe(0)
  })
  it('takes two flags back, the last first', () => {
    const second = { ...flag(0), id: 'b' }
    const both = after(loaded([]), wished(flag(0)), wished(second))
    expect([...readingState(both, undo).standing.keys()]).toEqual(['a'])
    expect(readingState(readingState(both, undo), undo).standing.size).toBe(0)
  })
  it('overwrites nothing that another window wrote since', () => {
    const state = after(loaded([flag(1)]), wished(mine), { type: 'sending', id: 'a' }, { type: 'confirmed', id: 'a', known: { version: 2, content: contentOf(mine), gone: false } }, told(flag(3, { note: words('other') }), 3), undo)
    expect([shown(state)?.note, state.notice?.reason]).toEqual([words('other'), 'changedSince'])
  })
})
