import { expect, test } from 'vitest'
import { canonicalPath } from './canonical-path'

test.each([
  ['/', '/'],
  ['/library', '/library'],
  ['/library/', '/library'],
  ['/articles/a-b/summary//', '/articles/a-b/summary'],
  ['//evil.example/', '/evil.example'],
  ['/api/v1/layers/6f/annotations', '/api/v1/layers/6f/annotations/'],
  ['/api/v1/layers/6f/annotations/', '/api/v1/layers/6f/annotations/'],
  ['/api/v1/layers/6f/annotations/7a/', '/api/v1/layers/6f/annotations/7a'],
  ['/api/v1/layers/6f/summary/', '/api/v1/layers/6f/summary'],
])('%s is found at %s', (path, canonical) => {
  expect(canonicalPath(path)).toBe(canonical)
  expect(canonicalPath(canonical)).toBe(canonical)
})
