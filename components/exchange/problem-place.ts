/** Where in a file a problem's path points: a line, an entry (from 1), or the file as a whole. `items.3.body` is entry 4. */
export function problemPlace(path: string): { kind: 'line' | 'item' | 'file'; number: number } {
  const line = /^line (\d+)/.exec(path)?.[1]
  if (line !== undefined) return { kind: 'line', number: Number(line) }
  const item = /^(?:[a-z@]+\.)*(\d+)(?:\.|$)/i.exec(path)?.[1]
  return item === undefined ? { kind: 'file', number: 0 } : { kind: 'item', number: Number(item) + 1 }
}
