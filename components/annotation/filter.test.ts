import { describe, expect, it } from 'vitest'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import { isInSight, labelsInSight, noFilter, unlabelled, type Filter } from './filter'

const flag = (labels: ReaderAnnotation['labels']): ReaderAnnotation => ({
  id: 'a', author: { id: 'ann', name: 'Ann' }, start: 0, end: 4, quote: 'they', labels, note: null, evidence: [], confidence: null,
  sourceName: null, version: 1, createdAt: '', updatedAt: '',
})
const opinion = { dimension: 'statement', label: 'opinion' } as const
const doubt = { dimension: 'framing', label: 'doubt' } as const
const both = flag([opinion, doubt])
const bare = flag([])

describe('what a filter leaves in sight', () => {
  it.each<[string, Partial<Filter>, boolean, boolean]>([
    ['nothing', {}, true, true],
    ['a label it has', { label: doubt }, true, false],
    ['a label it has not', { label: { dimension: 'statement', label: 'fact' } }, false, false],
    ['those without a label', { label: unlabelled }, false, true],
    ['one dimension hidden', { hidden: ['framing'] }, true, true],
    ['all its dimensions hidden', { hidden: ['framing', 'statement'] }, false, true],
    ['those without a label hidden', { hidden: [unlabelled] }, true, false],
    ['its reader', { reader: 'ann' }, true, true],
    ['another reader', { reader: 'ben' }, false, false],
    ['a hidden kind asked for', { hidden: [unlabelled], label: unlabelled }, false, false],
  ])('by %s', (_, part, labelled, unlabelledToo) => {
    const filter = { ...noFilter, ...part }
    expect([isInSight(both, filter), isInSight(bare, filter)]).toEqual([labelled, unlabelledToo])
  })

  it('leaves of two labels the one that is not hidden', () => {
    expect(labelsInSight(both, { ...noFilter, hidden: ['statement'] })).toEqual([doubt])
  })
})
