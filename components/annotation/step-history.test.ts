import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnnotationContent } from '@/lib/domain/annotation'
import { deedOf, did, forgotten, noHistory, stepped, stepTo, type Direction, type History, type Step } from './step-history'

const saying = (words: string | null, more: Partial<AnnotationContent> = {}): AnnotationContent => ({
  labels: [{ dimension: 'statement', label: 'opinion' }], evidence: [], confidence: null, sourceName: null,
  note: words === null ? null : { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] }, ...more,
})

/** Annotations by id, and the history of how they came to be so: a model of the page. */
type Page = { said: Record<string, AnnotationContent | null>; history: History }
const blank: Page = { said: {}, history: noHistory }
const write = ({ said, history }: Page, id: string, after: AnnotationContent | null): Page => ({
  said: { ...said, [id]: after },
  history: did(history, { id, before: said[id] ?? null, after }),
})
function go({ said, history }: Page, direction: Direction): Page {
  const step = stepTo(history, direction)
  if (!step) return { said, history }
  expect(said[step.id] ?? null).toEqual(step.before)
  return { said: { ...said, [step.id]: step.after }, history: stepped(history, direction) }
}
const times = (page: Page, count: number, direction: Direction) => Array.from({ length: count }).reduce<Page>((now) => go(now, direction), page)
const change = fc.record({ id: fc.constantFrom('a', 'b', 'c'), words: fc.option(fc.constantFrom('one', 'two', 'three'), { nil: null }), gone: fc.boolean() })
const written = (page: Page, changes: { id: string; words: string | null; gone: boolean }[]) =>
  changes.reduce((now, { id, words, gone }) => write(now, id, gone ? null : saying(words)), page)
const present = ({ said }: Page) => Object.fromEntries(Object.entries(said).filter(([, content]) => content !== null))

describe('a history of steps', () => {
  it('leads back to where it began by as many undos as there were steps, and forth again by as many redos', () => {
    fc.assert(fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const done = written(blank, changes)
      const back = times(done, changes.length, 'undo')
      expect(present(back)).toEqual({})
      expect(times(back, changes.length, 'redo').said).toEqual(done.said)
    }))
  })

  it('leads to every state there ever was, also to what was undone before something else was done', () => {
    fc.assert(fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), fc.nat(8), change, (changes, undos, other) => {
      const done = written(blank, changes)
      const wanted = JSON.stringify(present(done))
      let page = written(times(done, undos, 'undo'), [other])
      const seen = new Set<string>()
      for (let left = page.history.past.length; left >= 0; left -= 1) {
        seen.add(JSON.stringify(present(page)))
        page = go(page, 'undo')
      }
      expect(seen).toContain(wanted)
      expect(present(page)).toEqual({})
    }))
  })

  it('takes two flags back one after the other', () => {
    const page = write(write(blank, 'a', saying(null)), 'b', saying(null))
    expect(Object.keys(present(go(page, 'undo')))).toEqual(['a'])
    expect(present(times(page, 2, 'undo'))).toEqual({})
  })

  it('gives the former note back, and the newer by redoing', () => {
    const page = write(write(write(blank, 'a', saying(null)), 'a', saying('former')), 'a', saying('newer'))
    expect(go(page, 'undo').said.a).toEqual(saying('former'))
    expect(go(go(page, 'undo'), 'redo').said.a).toEqual(saying('newer'))
  })

  it('forgets the steps of one annotation alone', () => {
    const { history } = write(write(blank, 'a', saying(null)), 'b', saying(null))
    expect(forgotten(history, 'b').past.map(({ id }) => id)).toEqual(['a'])
  })

  it('does nothing where there is nothing to do', () => {
    expect(stepTo(noHistory, 'undo')).toBeNull()
    expect(stepped(noHistory, 'redo')).toEqual(noHistory)
  })
})

describe('what a step did', () => {
  it.each<[string, Step]>([
    ['created', { id: 'a', before: null, after: saying(null) }],
    ['deleted', { id: 'a', before: saying('x'), after: null }],
    ['note', { id: 'a', before: saying('x'), after: saying(null) }],
    ['labels', { id: 'a', before: saying('x'), after: saying('x', { labels: [] }) }],
    ['evidence', { id: 'a', before: saying('x'), after: saying('x', { evidence: [{ url: 'https://example.org', title: '' }] }) }],
    ['confidence', { id: 'a', before: saying('x'), after: saying('x', { confidence: 'certain' }) }],
    ['sourceName', { id: 'a', before: saying('x', { sourceName: 'Ann' }), after: saying('x') }],
    ['several', { id: 'a', before: saying('x'), after: saying(null, { confidence: 'unsure' }) }],
  ])('is named %s', (name, step) => expect(deedOf(step)).toBe(name))
})
