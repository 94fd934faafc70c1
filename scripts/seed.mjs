import { command } from './steps/command.mjs'
import { bringUpToDate, openDatabase, seed } from './steps/database.mjs'
import { prepare } from './steps/prepare.mjs'

// `npm run seed`: writes what is missing of the samples, into DATABASE_URL or the demo's database.
command(async () => {
  await prepare()
  const database = await openDatabase()
  await bringUpToDate(database)
  await seed(database)
})
