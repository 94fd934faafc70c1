import { readFileSync } from 'node:fs'
import { defineConfig } from 'prisma/config'

/** The database of `DATABASE_URL`, else the one that `npm run demo` keeps in `.gloss`; none is needed to generate. */
function databaseUrl(): string | undefined {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
  try {
    return readFileSync('.gloss/database-url', 'utf8').trim()
  } catch {
    return undefined
  }
}

const url = databaseUrl()

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(url && { datasource: { url } }),
})
