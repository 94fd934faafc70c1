import { expect, test } from 'vitest'
import { problemPlace } from './problem-place'

test.each([
  ['line 12', 'line', 12],
  ['line 3.place.position', 'line', 3],
  ['items.3.body.0', 'item', 4],
  ['first.items.0.target', 'item', 1],
  ['rows.9', 'item', 10],
  ['7', 'item', 8],
  ['', 'file', 0],
  ['type', 'file', 0],
] as const)('%s', (path, kind, number) => expect(problemPlace(path)).toEqual({ kind, number }))
