import { command } from './steps/command.mjs'
import { bringUpToDate, openDatabase, seedOnce } from './steps/database.mjs'
import { webPort } from './steps/port.mjs'
import { prepare } from './steps/prepare.mjs'
import { localSecret, serve } from './steps/web.mjs'

// `npm run dev`: the demo's database, with a server that rebuilds what is edited.
command(async () => {
  const host = process.env.HOST || '127.0.0.1'
  const port = await webPort('dev', host)
  await prepare()
  const database = await openDatabase()
  await bringUpToDate(database)
  await seedOnce(database)
  const address = process.env.NEXTAUTH_URL || `http://localhost:${port}`
  const { ended } = await serve('dev', {
    port,
    host,
    env: {
      NODE_ENV: 'development',
      DATABASE_URL: database,
      NEXTAUTH_URL: address,
      NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || localSecret(),
    },
  })
  console.log(`\nGloss is ready for work at ${address}`)
  await ended
}, 0)
