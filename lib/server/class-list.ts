import 'server-only'
import type { RosterEntry } from '@/lib/domain/classroom/roster'
import { accept, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { inviteByMail, type Invited } from './class-letters'
import { addRoster } from './class-people'
import { readClass } from './classes'

/** What came of a class list: who was added, the sign-in codes (told this once), who was invited and who could not be. */
export type AddedList = Invited & { added: number; codes: { name: string; code: string }[] }

/**
 * Adds a class list, and invites by mail those of it who have an address, into their section. The people are
 * added in one transaction; invitations follow, and the same list again makes up for those that could not be made.
 */
export async function addClassList(viewer: Viewer, locale: string, classId: string, entries: RosterEntry[]): Promise<Result<AddedList>> {
  const added = await addRoster(viewer, classId, entries)
  if (!added.ok) return added
  const { codes, toInvite } = added.value
  const addresses = new Set(toInvite)
  const sections = new Map((await readClass(viewer, classId))?.sections.map(({ id, name }) => [name, id]))
  const wishes = entries
    .filter(({ email }) => email && addresses.has(email))
    .map(({ email, section }) => ({ role: 'student' as const, sectionId: (section && sections.get(section)) || null, email, days: 30, places: 1 }))
  const invited = await inviteByMail(viewer, locale, classId, wishes)
  if (!invited.ok) return invited
  return accept({ ...invited.value, added: added.value.added, codes: codes.map(({ name, code }) => ({ name, code })) })
}
