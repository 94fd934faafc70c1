import { describe, expect, test } from 'vitest'
import { onSite } from './site-address'
import { revisionNamed } from './source-address'

const id = '0f8fad5b-d9cb-469f-a165-70867728950e'
const article = { base: 'https://gloss.example', id, slug: '橋-the-bridge', sourceUrl: 'https://News.example/story?id=7' }

describe('the address of a target names', () => {
  const cases: [string, number | 'current' | null][] = [
    [`https://gloss.example/articles/${article.slug}`, 'current'],
    [`https://GLOSS.example/articles/${encodeURIComponent(article.slug)}/#top`, 'current'],
    [`https://gloss.example/articles/${article.slug}?note=1`, 'current'],
    [`https://gloss.example/articles/${article.slug}/revisions/12`, 12],
    [`https://gloss.example/api/v1/articles/${id}`, 'current'],
    [`https://gloss.example/api/v1/articles/${id}/revisions/3?format=text`, 3],
    ['https://news.example/story?id=7', 'current'],
    ['https://news.example/story?id=7#part', 'current'],
    ['https://news.example/story?id=8', null],
    ['https://news.example/story', null],
    [`https://gloss.example/articles/${article.slug}/summary`, null],
    [`https://gloss.example/articles/${article.slug}/revisions/0`, null],
    [`https://gloss.example/articles/${article.slug}/revisions/1e3`, null],
    [`https://gloss.example/articles/${article.slug}s`, null],
    [`https://gloss.example.org/articles/${article.slug}`, null],
    [`http://gloss.example/articles/${article.slug}`, null],
    ['urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e', null],
  ]
  test.each(cases)('%s: %s', (source, named) => expect(revisionNamed(source, article)).toBe(named))

  test('nothing but itself where it was imported from nowhere', () => {
    expect(revisionNamed('https://news.example/story?id=7', { ...article, sourceUrl: null })).toBeNull()
  })
})

test.each([
  ['http://localhost:3000', 'http://127.0.0.1:3000/a', 'http://localhost:3000/a'],
  ['http://localhost:3000', 'http://[::1]:3000', 'http://localhost:3000'],
  ['http://127.0.0.1', 'https://LOCALHOST/a?b#c', 'http://127.0.0.1/a?b#c'],
  ['http://localhost:3000', 'http://127.0.0.1:4000/a', 'http://127.0.0.1:4000/a'],
  ['http://localhost:3000', 'http://localhost.example:3000/a', 'http://localhost.example:3000/a'],
  ['https://gloss.example', 'http://localhost/a', 'http://localhost/a'],
])('a site at %s has %s as %s', (base, address, here) => expect(onSite(base, address)).toBe(here))
