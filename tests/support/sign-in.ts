import { randomUUID } from 'node:crypto'
import { test as base, type BrowserContext } from '@playwright/test'
import { systemViewer, type Role } from '@/lib/domain/viewer'
import { disconnect } from '@/lib/server/db'
import { sealSession, sessionCookie } from '@/lib/server/session-token'
import { openSession } from '@/lib/server/sessions'
import { createAccount } from '@/lib/server/users'

export type Person = { id: string; name: string; email: string; password: string; role: Role }

type Fixtures = {
  /** Signs the page's browser in as somebody new, straight in the database: journeys that are not about signing in. */
  signIn: (about?: { name?: string; role?: Role }) => Promise<Person>
}

/** Somebody with an account of their own, made straight in the database. */
export async function newPerson({ name = 'Ada Reader', role = 'member' }: { name?: string; role?: Role } = {}): Promise<Person> {
  const person = { name, email: `${randomUUID()}@example.org`, password: `pass-${randomUUID()}`, role }
  const made = await createAccount(systemViewer, person)
  if (!made.ok) throw new Error(`No account for the test: ${JSON.stringify(made.problems)}`)
  return { id: made.value.id, ...person }
}

/** Gives a browser a session of somebody's. */
export async function enter(context: BrowserContext, person: Pick<Person, 'id'>): Promise<void> {
  const value = await sealSession(await openSession(person.id, 'a test'))
  const { E2E_BASE_URL: url = '' } = process.env
  await context.addCookies([{ name: sessionCookie().name, value, url, httpOnly: true, sameSite: 'Lax' }])
}

/** Playwright's `test` with our fixtures. */
export const test = base.extend<Fixtures, { connections: void }>({
  connections: [
    async ({}, provide) => {
      await provide()
      await disconnect()
    },
    { scope: 'worker', auto: true },
  ],
  signIn: async ({ context }, provide) => {
    await provide(async (about) => {
      const person = await newPerson(about)
      await enter(context, person)
      return person
    })
  },
})

export { expect } from '@playwright/test'
