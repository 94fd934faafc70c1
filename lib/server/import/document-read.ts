import 'server-only'
import type { ArticleContent } from '@/lib/domain/new-article'
import type { Result } from '@/lib/domain/problem'
import type { ArticleDocument } from '@/lib/domain/text/document'
import { documentFrom } from './document-from'
import { readSourceElsewhere } from './read-elsewhere'

/** A source of this many UTF-16 units takes a few milliseconds, unless it is made to take more, or is a process's first. */
const short = { units: 20_000, milliseconds: 1_000 } as const

/**
 * `documentFrom` for a process that answers others meanwhile: a long source, and a short one that turns out to be slow,
 * is read in another process. Refuses the same.
 */
export async function readDocument(content: ArticleContent, base: string | null, path = 'content.body'): Promise<Result<ArticleDocument>> {
  if (content.body.length <= short.units) {
    const read = documentFrom(content, base, path, short.milliseconds)
    if (read.ok || read.problems[0]?.code !== 'bodyTooSlow') return read
  }
  return readSourceElsewhere(content, base, path)
}
