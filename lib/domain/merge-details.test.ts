import { expect, test } from 'vitest'
import type { ArticleDetails } from './article'
import { mergeDetails } from './merge-details'

const known: ArticleDetails = {
  title: 'The pier', byline: null, siteName: 'Island Post', sourceUrl: null, language: 'en', publishedAt: null, visibility: 'public',
}

test.each<[string, Partial<ArticleDetails>, Partial<ArticleDetails>, Partial<ArticleDetails>]>([
  ['mine alone is taken', {}, { title: 'The old pier' }, { title: 'The old pier' }],
  ['theirs alone stays', { title: 'The old pier' }, {}, { title: 'The old pier' }],
  ['two different fields are both taken', { byline: 'Ida' }, { title: 'The old pier' }, { byline: 'Ida', title: 'The old pier' }],
  ['the same change by both is one', { byline: 'Ida' }, { byline: 'Ida' }, { byline: 'Ida' }],
  ['a language told from the text contradicts nobody', { language: 'fr' }, { language: null }, { language: null }],
])('%s', (_, theirs, mine, expected) => {
  expect(mergeDetails({ ...known, ...theirs }, known, { ...known, ...mine })).toEqual({ ok: true, value: { ...known, ...expected } })
})

test('a field that both changed is refused and says what it is now', () => {
  const current = { ...known, title: 'Theirs', siteName: null }
  expect(mergeDetails(current, known, { ...known, title: 'Mine', siteName: 'My Post', byline: 'Ida' })).toEqual({
    ok: false,
    problems: [
      { code: 'detailChanged', path: 'details.title', values: { now: 'Theirs' } },
      { code: 'detailChanged', path: 'details.siteName', values: { now: '–' } },
    ],
  })
})

test('who was told of the other’s change and says it again has their way', () => {
  const { title: _, ...rest } = known
  expect(mergeDetails({ ...known, title: 'Theirs' }, rest, { ...known, title: 'Mine' })).toMatchObject({ ok: true, value: { title: 'Mine' } })
})
