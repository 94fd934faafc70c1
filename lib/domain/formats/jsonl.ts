import { accept, type Result } from '../problem'
import type { FileItem, Format } from './exchange'
import { readJson } from './read-json'
import { parseItems, toW3cDocument } from './w3c'

/** One W3C annotation a line, each with its own context: for tools that read a large file piece by piece. */
export const jsonl: Format = {
  name: 'jsonl',
  mediaType: 'application/jsonl',
  extension: 'jsonl',
  *serialize({ article, layer, annotations }) {
    for (const annotation of annotations) yield `${JSON.stringify(toW3cDocument(annotation, { article, layer }))}\n`
  },
  parse: (text, context) => parseItems(items(text), context),
}

function items(text: string): Result<FileItem[]> {
  const lines = text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [{ at: `line ${index + 1}`, line }]))
  return accept(lines.map(({ at, line }) => ({ at, read: () => readJson(line, at) })))
}
