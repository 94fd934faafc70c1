import { beforeEach, expect, vi } from 'vitest'
import type { Problem, ProblemCode } from '@/lib/domain/problem'
import { problems as words } from '@/lib/i18n/en/problems'
import { db } from '@/lib/server/db'
import { readRefusedPath } from '@/lib/server/lti/refused-path'
import type { Led } from './launching'

/** What was said to the log, which a refused launch has no business with. */
const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
beforeEach(() => void log.mockClear())

/** Why a launch led no further, where that is so. */
export const refusalOf = ({ to }: Led): Problem | undefined => (to.pathname === '/lti/refused' ? readRefusedPath(Object.fromEntries(to.searchParams))?.problem : undefined)

/** Everything that a launch could write. */
export const written = async () => ({
  people: await db.user.count({ where: { name: { not: 'Mr Lin' } } }),
  accounts: await db.ltiAccount.count(),
  launches: await db.ltiLaunch.count(),
  logins: await db.ltiLogin.count(),
  members: await db.classMember.count({ where: { role: { not: 'teacher' } } }),
  sessions: await db.session.count(),
  deployments: await db.ltiDeployment.count(),
})
export const nothing = { people: 0, accounts: 0, launches: 0, logins: 0, members: 0, sessions: 0, deployments: 1 }

/** Refused whole, with a sentence; nothing is written or said to the log. */
export async function expectRefused(led: Led, code: ProblemCode, claim?: string): Promise<void> {
  expect(led.status).toBe(303)
  expect(refusalOf(led)).toMatchObject({ code, ...(claim && { values: { claim } }) })
  expect(words[code]).toMatch(/\.$/)
  expect(await written()).toEqual(nothing)
  expect(log).not.toHaveBeenCalled()
}
