import 'server-only'
import { randomInt } from 'node:crypto'
import type { Prisma } from '@/prisma/generated/client'

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
