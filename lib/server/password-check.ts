import 'server-only'
import { isGuessable } from '@/lib/domain/guessable-password'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { db } from './db'
import { knownPasswords } from './known-passwords'
import { siteAddress } from './site-address'

/** Classes whose names are looked at: more than anybody is in. */
const mostClasses = 50

/**
 * Whether somebody may choose a password: refused as `passwordGuessable` where it is little more than what is tried first,
 * among it this site's address, the person's name and address and the names of their classes. `userId` null: a new account.
 */
export async function checkChosenPassword(password: string, userId: string | null): Promise<Result<void>> {
  const about = [new URL(siteAddress()).hostname, ...(userId === null ? [] : await wordsAbout(userId))]
  return isGuessable(password, about, knownPasswords()) ? refuse('passwordGuessable', 'password') : accept(undefined)
}

async function wordsAbout(userId: string): Promise<string[]> {
  const user = await db.user.findUnique({
    where: { id: userId },
    select: { name: true, email: true, memberships: { select: { class: { select: { name: true } } }, take: mostClasses, orderBy: { joinedAt: 'desc' } } },
  })
  return user ? [user.name, user.email ?? '', ...user.memberships.map((each) => each.class.name)] : []
}
