import { randomUUID } from 'node:crypto'
import type { AnnotationContent, ReaderAnnotation } from '@/lib/domain/annotation'
import type { ContentFormat, Visibility } from '@/lib/domain/article'
import type { Dimension } from '@/lib/domain/codebook/codebook'
import type { Result } from '@/lib/domain/problem'
import type { SignedIn } from '@/lib/domain/viewer'
import { listAnnotations } from '@/lib/server/annotation-list'
import { createAnnotation } from '@/lib/server/annotations'
import { createArticle, readArticle } from '@/lib/server/articles'
import type { Person } from './sign-in'

/** An article of a test: only its owner and what the test makes stand on it. */
export type Piece = { id: string; slug: string; title: string; layerId: string; text: string; owner: Person; revision: number }

export const viewerOf = ({ id, name, role }: Person): SignedIn => ({ kind: 'user', id, name, role })

/** A title that no other test has. */
export const titled = (words: string) => `${words} ${randomUUID().slice(0, 8)}`

/** Prose for tests: every sentence of it occurs once. */
export const body = `The harbour council closed the old ferry pier on Monday. Its engineers had found cracks in eleven of the forty pillars.

A spokesman said the closure would last about six weeks. Several residents, who asked not to be named, called it a disgrace.

## Who pays for the pillars

Nobody with eyes in their head believes that the money will ever come back. The budget lists four million for repairs, and the same report lists nine.

Either the town acts now, or the island dies. Readers may decide for themselves which of the two numbers was the mistake.

The island has lived from its ferry for a century. It will have to learn patience, and so will the council.`

/** Stores an article by the same function as the site does. */
export async function newArticle(
  owner: Person,
  about: { title?: string; body?: string; format?: ContentFormat; language?: string; visibility?: Visibility } = {},
): Promise<Piece> {
  const viewer = viewerOf(owner)
  const { title = titled('The pier'), language = null, visibility = 'public', format = 'markdown' } = about
  const details = { title, language, visibility, byline: null, siteName: null, sourceUrl: null, publishedAt: null }
  const { id, slug } = must(await createArticle(viewer, { details, content: { format, body: about.body ?? body } }))
  const article = await readArticle(viewer, slug)
  if (!article) throw new Error(`The article ${slug} cannot be read by its owner`)
  return { id, slug, title, layerId: article.layer.id, text: article.revision.text, owner, revision: 1 }
}

/** Flags the first occurrence of a quote, as somebody who is not at the browser. */
export async function newFlag(
  by: Person,
  { layerId, text, revision }: Piece,
  quote: string,
  labels: `${Dimension}:${string}`[],
  more: Partial<Omit<AnnotationContent, 'labels'>> = {},
): Promise<ReaderAnnotation> {
  const at = text.indexOf(quote)
  if (at < 0) throw new Error(`Not in the text: ${quote}`)
  const start = [...text.slice(0, at)].length
  const refs = labels.map((each) => {
    const [dimension, label] = each.split(':') as [Dimension, string]
    return { dimension, label }
  })
  const content = { note: null, evidence: [], confidence: null, sourceName: null, ...more, labels: refs }
  const target = { start, end: start + [...quote].length }
  return must(await createAnnotation(viewerOf(by), { id: randomUUID(), layerId, revision, target, quote, ...content }))
}

/** What the server holds of an article's flags, in reading order: quote and labels, for `expect.poll`. */
export async function storedFlags({ layerId, owner }: Piece): Promise<[quote: string, ...labels: string[]][]> {
  const read = await listAnnotations(viewerOf(owner), layerId)
  return (read?.standing ?? []).map(({ quote, labels }) => [quote, ...labels.map(({ label }) => label).sort()])
}

/** What an author said in the only flag of an article. */
export async function onlyFlag({ layerId, owner }: Piece): Promise<ReaderAnnotation | null> {
  const read = await listAnnotations(viewerOf(owner), layerId)
  return read?.standing.length === 1 ? (read.standing[0] ?? null) : null
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}
