import 'server-only'
import { emailAddress, newAccount, type NewAccount, type ProfileForm } from '@/lib/domain/account'
import { mergeFields } from '@/lib/domain/merge-fields'
import { can } from '@/lib/domain/permissions'
import { accept, problemsOf, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { hashPassword } from './passwords'

/** A person's own account, as the settings show it. */
export type OwnAccount = {
  id: string
  name: string
  email: string | null
  emailVerified: boolean
  hasPassword: boolean
  locale: string | null
}

/**
 * Makes an account for somebody, as `npm run user` and the seed do: whoever runs the server vouches for the address.
 * Refused as `addressInUse`, as `notAllowed` where the viewer may not give that role, and for fields in a bad form.
 */
export async function createAccount(viewer: Viewer, input: NewAccount): Promise<Result<{ id: string }>> {
  const parsed = newAccount.safeParse(input)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  const { password, ...person } = parsed.data
  const allowed = person.role === 'member' ? can(viewer, 'account.create', undefined) : can(viewer, 'account.create-with-role', undefined)
  if (!allowed) return refuse('notAllowed', 'role')
  const vouched = viewer.kind === 'system' ? new Date() : null
  const made = await insertAccount({ ...person, passwordHash: await hashPassword(password), emailVerified: vouched })
  return made ? accept(made) : refuse('addressInUse', 'email')
}

/** Writes an account with its audit row; null where the address has one already. */
export async function insertAccount(data: Prisma.UserCreateInput): Promise<{ id: string } | null> {
  try {
    return await db.$transaction(async (tx) => {
      const user = await tx.user.create({ data, select: { id: true, role: true } })
      await tx.auditRow.create({
        data: { actorId: user.id, action: 'account.create', subjectType: 'user', subjectId: user.id, detail: { role: user.role } },
      })
      return { id: user.id }
    })
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return null
    throw error
  }
}

/** The account with this address, for the command line; null where there is none, or none for this viewer. */
export async function findAccount(viewer: Viewer, email: string): Promise<{ id: string } | null> {
  const parsed = emailAddress.safeParse(email)
  const account = parsed.success ? await db.user.findUnique({ where: { email: parsed.data }, select: { id: true } }) : null
  return account && can(viewer, 'account.read', account) ? account : null
}

/** One's own account, or null for who is signed out. */
export async function readOwnAccount(viewer: Viewer): Promise<OwnAccount | null> {
  if (viewer.kind !== 'user' || !can(viewer, 'account.read', viewer)) return null
  const user = await db.user.findUnique({
    where: { id: viewer.id },
    select: { id: true, name: true, email: true, emailVerified: true, passwordHash: true, locale: true },
  })
  if (!user) return null
  const { passwordHash, emailVerified, ...rest } = user
  return { ...rest, emailVerified: emailVerified !== null, hasPassword: passwordHash !== null }
}

/**
 * Changes the name and the interface language; an empty language follows the address and the browser. What was changed
 * elsewhere since the form was as it says in `before` stays, or is refused where it clashes (`detailChanged`). `notAllowed` at
 * `name` for an account whose name a class has given.
 */
export async function changeProfile(viewer: Viewer, profile: ProfileForm, before: Partial<ProfileForm> = {}): Promise<Result<void>> {
  if (viewer.kind !== 'user' || !can(viewer, 'account.update', viewer)) return refuse('signInFirst')
  const now = await db.user.findUniqueOrThrow({ where: { id: viewer.id }, select: { name: true, locale: true } })
  const merged = mergeFields({ name: now.name, locale: now.locale ?? '' }, before, profile)
  if (!merged.ok) return merged
  const { name, locale } = merged.value
  if (name !== viewer.name && !can(viewer, 'account.own', viewer)) return refuse('notAllowed', 'name')
  if (locale !== '' && !isLocale(locale)) return refuse('invalid', 'locale')
  await db.user.update({ where: { id: viewer.id }, data: { name, locale: locale || null }, select: { id: true } })
  return accept(undefined)
}

/** Remembers the interface language that a signed-in person chose; does nothing for others. */
export async function changeLocale(viewer: Viewer, locale: Locale): Promise<void> {
  if (viewer.kind !== 'user' || !can(viewer, 'account.update', viewer)) return
  await db.user.update({ where: { id: viewer.id }, data: { locale }, select: { id: true } })
}
