import 'server-only'
import type { ArticleContent } from '@/lib/domain/new-article'
import type { Result } from '@/lib/domain/problem'
import type { ArticleDocument } from '@/lib/domain/text/document'
import { compute, type Options } from '../compute/compute'
import { documentFrom } from './document-from'

/** Plain text of this many UTF-16 units takes a few milliseconds, whatever it says. */
const shortText = 20_000

/**
 * `documentFrom` for a process that answers others meanwhile: everything but a short plain text is read in another
 * process. Refuses the same, and what `compute` refuses.
 * @throws the signal's reason when the caller gives up.
 */
export async function readDocument(content: ArticleContent, base: string | null, { path = 'content.body', ...options }: Options): Promise<Result<ArticleDocument>> {
  if (content.format === 'text' && content.body.length <= shortText) return documentFrom(content, base, path)
  return compute('read-source', { content, base, path }, { ...options, path })
}
