import { command } from './steps/command.mjs'
import { bringUpToDate, openDatabase } from './steps/database.mjs'
import { prepare } from './steps/prepare.mjs'

// `npm run migrate`: brings the tables up to date, of DATABASE_URL or of the demo.
command(async () => {
  await prepare()
  await bringUpToDate(await openDatabase())
  console.log('The database is up to date.')
})
