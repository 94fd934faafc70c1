import 'server-only'
import { accept, type Result } from '@/lib/domain/problem'
import { compare, type Comparison } from '@/lib/domain/text/compare'
import { compute, type Owner } from './compute/compute'
import { db } from './db'

/** Texts up to this many characters are compared at once: that takes less than asking another process. */
const atOnce = 20_000
/** So many comparisons of an article are kept, the newest. */
const mostKept = 50

type Revision = { id: string; number: number; textLength: number }

/**
 * Two revisions of an article compared. Revisions never change, so that a comparison once made is good for ever: those of
 * longer texts are kept in the database, some for each article, and made by one process at a time.
 * @throws where the texts could not be compared in time.
 */
export async function compareRevisions(articleId: string, before: Revision, after: Revision): Promise<Comparison> {
  const long = Math.max(before.textLength, after.textLength) > atOnce
  const key = { articleId, from: before.number, to: after.number }
  const known = long && (await db.keptComparison.findUnique({ where: { articleId_from_to: key }, select: { content: true } }))
  if (known) return known.content as Comparison
  const texts = await db.revision.findMany({ where: { id: { in: [before.id, after.id] } }, select: { id: true, text: true } })
  const textOf = (id: string) => texts.find((row) => row.id === id)?.text ?? ''
  if (!long) return compare(textOf(before.id), textOf(after.id))
  const made = await compute('compare-texts', { before: textOf(before.id), after: textOf(after.id) }, { owner: 'everybody', key: `${before.id} ${after.id}` })
  if (!made.ok) throw new Error(`The revisions ${before.id} and ${after.id} were not compared: ${made.problems[0]?.code}`)
  await keep(key, made.value)
  return made.value
}

/** Two texts compared, long ones in another process; refuses those that could not be in time. */
export async function compareApart(before: string, after: string, owner: Owner): Promise<Result<Comparison>> {
  if (Math.max(before.length, after.length) <= atOnce) return accept(compare(before, after))
  return compute('compare-texts', { before, after }, { owner })
}

async function keep({ articleId, from, to }: { articleId: string; from: number; to: number }, comparison: Comparison): Promise<void> {
  await db.$executeRaw`
    with kept as (
      insert into "KeptComparison" ("articleId", "from", "to", content) values (${articleId}::uuid, ${from}, ${to}, ${JSON.stringify(comparison)}::jsonb)
      on conflict do nothing
    )
    delete from "KeptComparison" where "articleId" = ${articleId}::uuid and ("from", "to") in (
      select "from", "to" from "KeptComparison" where "articleId" = ${articleId}::uuid order by "madeAt" desc offset ${mostKept - 1}
    )`
}
