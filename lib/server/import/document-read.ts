import 'server-only'
import type { ArticleContent } from '@/lib/domain/new-article'
import { refuse, type Result } from '@/lib/domain/problem'
import { compute, type Options } from '../compute/compute'
import { contentOf, type RevisionContent } from '../revision-content'
import { documentFrom, storable } from './document-from'

/** Plain text of this many UTF-16 units takes a few milliseconds, whatever it says. */
const shortText = 20_000

/**
 * `documentFrom`, with what is stored of the document, for a process that answers others meanwhile: everything but a short plain text is read in another
 * process. Refuses the same, and what `compute` refuses.
 * @throws the signal's reason when the caller gives up.
 */
export async function readDocument(content: ArticleContent, base: string | null, { path = 'content.body', ...options }: Options): Promise<Result<RevisionContent>> {
  if (content.format === 'text' && content.body.length <= shortText) return contentOf(documentFrom(content, base, path))
  return compute('read-source', { content, base, path }, { ...options, path })
}

/** Nodes of a document that take a few milliseconds to look at. */
const fewNodes = 1_000

/**
 * `storable`, with what is stored of the document, for a process that answers others meanwhile: a document of a browser's editor that is not small is looked at
 * in another process. Refuses the same, and what `compute` refuses.
 */
export async function checkPosted(document: unknown, { path = 'document', ...options }: Options): Promise<Result<RevisionContent>> {
  if (isSmall(document)) return contentOf(storable(document, path))
  let json: string
  try {
    json = JSON.stringify(document)
  } catch (error) {
    // What JSON cannot say (a circle, a big integer) is nothing that an editor made.
    if (error instanceof TypeError) return refuse('invalid', path)
    throw error
  }
  return compute('check-document', { json, path }, { ...options, path })
}

/** Counts no further than it must, and without a stack that a document could overflow. */
function isSmall(document: unknown): boolean {
  const waiting = [document]
  for (let nodes = 0, units = 0; waiting.length > 0; nodes += 1) {
    const node = waiting.pop()
    if (nodes > fewNodes || units > shortText) return false
    if (typeof node !== 'object' || node === null) continue
    if ('text' in node && typeof node.text === 'string') units += node.text.length
    if ('content' in node && Array.isArray(node.content)) {
      if (node.content.length > fewNodes) return false
      for (const child of node.content as unknown[]) waiting.push(child)
    }
  }
  return true
}
