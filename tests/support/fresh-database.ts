import { afterAll, inject } from 'vitest'
import { copyDatabase, dropDatabase } from '../../scripts/steps/test-server.mjs'

// Before each integration test file: a database of its own, empty but for its tables. The code under test finds it as
// it would find any other, by DATABASE_URL.
const address = await copyDatabase(inject('template'))
process.env.DATABASE_URL = address
process.env.NEXTAUTH_URL = 'http://localhost:3000'
process.env.NEXTAUTH_SECRET = 'a secret of these tests and of nothing else'
process.env.SMTP_URL = ''

afterAll(async () => {
  const { disconnect } = await import('@/lib/server/db')
  await disconnect()
  await dropDatabase(address)
})
