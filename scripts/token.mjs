import { command } from './steps/command.mjs'
import { bringUpToDate, openDatabase } from './steps/database.mjs'
import { prepare } from './steps/prepare.mjs'
import { installed, run } from './steps/run.mjs'
import { localSecret } from './steps/web.mjs'

// `npm run token -- --email someone@example.org --scope read|write|moderate [--name N] [--days D]`
command(async () => {
  await prepare()
  const database = await openDatabase()
  await bringUpToDate(database)
  return run(process.execPath, [installed.tsx, '--conditions=react-server', 'scripts/token-main.ts', ...process.argv.slice(2)], {
    env: { ...process.env, DATABASE_URL: database, NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || localSecret() },
  })
})
