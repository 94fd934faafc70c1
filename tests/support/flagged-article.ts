import { createHash, randomUUID } from 'node:crypto'
import { readingCodebook } from '@/lib/domain/codebook/reading'
import type { Dimension, LabelRef } from '@/lib/domain/codebook/codebook'
import { searchable, searchGrams } from '@/lib/domain/text/search-grams'
import type { SignedIn } from '@/lib/domain/viewer'
import { db } from '@/lib/server/db'

export type Flag = {
  by: SignedIn
  on: string
  labels: `${Dimension}:${string}`[]
  sourceName?: string
  state?: 'exact' | 'orphaned'
  deleted?: boolean
}

/** A signed-in reader with an account row of their own. */
export async function reader(name: string, role: SignedIn['role'] = 'member'): Promise<SignedIn> {
  const { id } = await db.user.create({ data: { name, role }, select: { id: true } })
  return { kind: 'user', id, name, role }
}

/** An article with one revision of plain text and one open layer, written straight to the tables; flags stand on their quote. */
export async function flaggedArticle(
  owner: SignedIn,
  article: { title: string; text: string; language?: string; visibility?: 'public' | 'private'; createdAt?: Date },
  flags: Flag[] = [],
) {
  const { slug, version } = readingCodebook
  const key = { slug_version: { slug, version } }
  await db.codebook.upsert({ where: key, create: { slug, version, content: readingCodebook }, update: {} })
  const { title, text, language = 'en', visibility = 'public', createdAt } = article
  const characters = [...text]
  const { id } = await db.article.create({
    data: {
      slug: `a-${randomUUID()}`,
      title,
      language,
      visibility,
      ownerId: owner.id,
      ...(createdAt && { createdAt }),
      searchText: searchable(`${title}\n${text}`),
      searchGrams: searchGrams(searchable(`${title}\n${text}`)),
    },
    select: { id: true },
  })
  const revision = await db.revision.create({
    data: {
      articleId: id,
      number: 1,
      document: { type: 'doc', content: [] },
      text,
      textLength: characters.length,
      sha256: createHash('sha256').update(text).digest('hex'),
      html: '',
      authorId: owner.id,
    },
    select: { id: true },
  })
  const layer = await db.layer.create({
    data: { articleId: id, name: 'Open reading', codebookSlug: slug, codebookVersion: version },
    select: { id: true },
  })
  for (const flag of flags) await placeFlag(layer.id, revision.id, text, flag)
  return { id, layerId: layer.id, revisionId: revision.id, text }
}

/** Readers say of an open layer that they have read it all, so that they count in its agreement. */
export async function haveReadAll(layerId: string, ...readers: SignedIn[]): Promise<void> {
  await db.fullReading.createMany({ data: readers.map(({ id }) => ({ layerId, readerId: id, revision: 1 })) })
}

/** One flag on the first occurrence of its quote. */
export async function placeFlag(layerId: string, revisionId: string, text: string, flag: Flag): Promise<string> {
  const at = text.indexOf(flag.on)
  if (at < 0) throw new Error(`Not in the text: ${flag.on}`)
  const start = [...text.slice(0, at)].length
  const { id } = await db.annotation.create({
    data: {
      id: randomUUID(),
      layerId,
      authorId: flag.by.id,
      codebookSlug: readingCodebook.slug,
      codebookVersion: readingCodebook.version,
      sourceName: flag.sourceName ?? null,
      deletedAt: flag.deleted ? new Date() : null,
      labels: { createMany: { data: flag.labels.map(labelOf) } },
      anchors: {
        create: {
          revisionId,
          start,
          end: start + [...flag.on].length,
          quote: flag.on,
          prefix: '',
          suffix: '',
          state: flag.state ?? 'exact',
        },
      },
    },
    select: { id: true },
  })
  return id
}

function labelOf(label: Flag['labels'][number]): LabelRef {
  const [dimension, id] = label.split(':') as [Dimension, string]
  return { dimension, label: id }
}
