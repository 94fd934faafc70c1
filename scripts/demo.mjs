import { command } from './steps/command.mjs'
import { build } from './steps/build.mjs'
import { bringUpToDate, openDatabase, seedOnce } from './steps/database.mjs'
import { webPort } from './steps/port.mjs'
import { prepare } from './steps/prepare.mjs'
import { localSecret, serve } from './steps/web.mjs'

// `npm run demo`: from a fresh clone to a running site with samples.
command(async () => {
  // Nobody else's machine should reach accounts whose passwords are public.
  const host = process.env.HOST || '127.0.0.1'
  const port = await webPort('demo', host)
  await prepare()
  const database = await openDatabase()
  await bringUpToDate(database)
  await seedOnce(database)
  await build()
  const address = process.env.NEXTAUTH_URL || `http://localhost:${port}`
  const { ended } = await serve('start', {
    port,
    host,
    env: {
      NODE_ENV: 'production',
      DATABASE_URL: database,
      NEXTAUTH_URL: address,
      NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || localSecret(),
      SMTP_URL: process.env.SMTP_URL || 'console:',
    },
  })
  await welcome(address)
  await ended
}, 0)

async function welcome(address) {
  const { demoAccounts } = await import('../prisma/demo/accounts.mjs')
  const widest = (field) => Math.max(...demoAccounts.map((account) => account[field].length))
  const lines = demoAccounts.map(({ email, password, role, what }) =>
    `  ${email.padEnd(widest('email'))}  ${password.padEnd(widest('password'))}  ${role.padEnd(widest('role'))}  ${what}`)
  console.log(`\nGloss is ready at ${address}\n\nSign in as one of (email, password, role):\n${lines.join('\n')}\n\nCtrl-C stops it. Everything you do is kept for the next time.`)
}
