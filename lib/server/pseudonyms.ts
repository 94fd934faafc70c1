import 'server-only'
import { randomInt } from 'node:crypto'
import { pseudonymOf } from '@/lib/domain/classroom/pseudonym'
import type { Viewer } from '@/lib/domain/viewer'
import { pseudonymNames } from '@/lib/i18n/pseudonym-names'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'

/** Numbers are drawn from at least so many, so that they tell nothing about who came first. */
const least = 60

/**
 * Numbers of made-up names that nobody has in this assignment yet, drawn by chance, inside the transaction that gives them
 * away. Two transactions that draw the same are told apart by the unique index.
 */
export async function freePseudonyms(tx: Prisma.TransactionClient, assignmentId: string, count: number): Promise<number[]> {
  const rows = await tx.submission.findMany({ where: { assignmentId }, select: { pseudonym: true } })
  const taken = new Set(rows.map(({ pseudonym }) => pseudonym))
  const range = Math.max(least, 2 * (taken.size + count))
  const drawn: number[] = []
  while (drawn.length < count) {
    const number = randomInt(range)
    if (taken.has(number)) continue
    taken.add(number)
    drawn.push(number)
  }
  return drawn
}

type Author = { id: string; name: string }

/**
 * How a student sees who wrote something in a layer of an assignment: themselves and those who teach by name, classmates by
 * the name that their number stands for, and an id that is good for this assignment alone.
 */
export async function pseudonymsIn(viewer: Viewer, layerId: string): Promise<(author: Author) => Author> {
  const rows = await db.submission.findMany({
    where: { assignment: { OR: [{ layerId }, { keyLayerId: layerId }] } },
    select: { userId: true, pseudonym: true },
  })
  const numbers = new Map(rows.map(({ userId, pseudonym }) => [userId, pseudonym]))
  return (author) => {
    const number = numbers.get(author.id)
    if (number === undefined || (viewer.kind === 'user' && viewer.id === author.id)) return author
    return { id: `classmate-${number}`, name: pseudonymOf(number, pseudonymNames) }
  }
}
