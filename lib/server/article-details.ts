import 'server-only'
import type { ArticleDetails } from '@/lib/domain/article'
import type { Prisma } from '@/prisma/generated/client'

/** The columns of an article that its details are. */
export const detailFields = {
  title: true, byline: true, siteName: true, sourceUrl: true, language: true, publishedAt: true, visibility: true,
} satisfies Prisma.ArticleSelect
export type DetailRow = Omit<ArticleDetails, 'publishedAt' | 'language'> & { language: string; publishedAt: Date | null }

/** Details as they are edited, from an article's row. */
export const detailsOf = (row: DetailRow): ArticleDetails => ({ ...row, publishedAt: row.publishedAt?.toISOString().slice(0, 10) ?? null })

/** The former values of the details that change. */
export function changesOf(old: DetailRow, next: DetailRow): Prisma.InputJsonObject {
  const [was, is] = [{ ...detailsOf(old) }, { ...detailsOf(next) }]
  const names = Object.keys(detailFields) as (keyof ArticleDetails)[]
  return Object.fromEntries(names.filter((name) => was[name] !== is[name]).map((name) => [name, was[name]]))
}
