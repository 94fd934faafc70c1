import { randomUUID } from 'node:crypto'
import { test as base } from '@playwright/test'
import { systemViewer, type Role } from '@/lib/domain/viewer'
import { disconnect } from '@/lib/server/db'
import { sealSession, sessionCookie } from '@/lib/server/session-token'
import { openSession } from '@/lib/server/sessions'
import { createAccount } from '@/lib/server/users'

export type Person = { id: string; name: string; email: string; password: string }

type Fixtures = {
  /** Signs the page's browser in as somebody new, straight in the database: journeys that are not about signing in. */
  signIn: (about?: { name?: string; role?: Role }) => Promise<Person>
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
  signIn: async ({ context, baseURL }, provide) => {
    await provide(async ({ name = 'Ada Reader', role = 'member' } = {}) => {
      const person = { name, email: `${randomUUID()}@example.org`, password: `pass-${randomUUID()}` }
      const made = await createAccount(systemViewer, { ...person, role })
      if (!made.ok) throw new Error(`No account for the test: ${JSON.stringify(made.problems)}`)
      const value = await sealSession(await openSession(made.value.id, 'a test'))
      await context.addCookies([{ name: sessionCookie().name, value, url: baseURL ?? '', httpOnly: true, sameSite: 'Lax' }])
      return { id: made.value.id, ...person }
    })
  },
})

export { expect } from '@playwright/test'
