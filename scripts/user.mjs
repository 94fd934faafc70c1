import { parseArgs } from 'node:util'
import { askSecret } from './steps/ask-secret.mjs'
import { command } from './steps/command.mjs'
import { bringUpToDate, openDatabase } from './steps/database.mjs'
import { prepare } from './steps/prepare.mjs'
import { installed, run } from './steps/run.mjs'
import { localSecret } from './steps/web.mjs'

// `npm run user -- --email a@example.org --name A [--password-file F] --role member|moderator|admin`: the password is the
// first line of F, else it is asked for. `--password ...` is for tests: others on the machine can read it.
command(async () => {
  const { values, tokens } = parseArgs({
    options: { password: { type: 'string' }, 'password-file': { type: 'string' } },
    strict: false,
    tokens: true,
  })
  const file = typeof values['password-file'] === 'string' ? values['password-file'] : undefined
  if (values.password !== undefined) console.warn('Warning: a password on the command line can be read by others on this machine, and the shell may keep it; leave --password out to be asked for it.')
  const password = values.password ?? (await askSecret('Password for the new account: ', file))
  await prepare()
  const database = await openDatabase()
  await bringUpToDate(database)
  return run(process.execPath, [installed.tsx, '--conditions=react-server', 'scripts/user-main.ts', ...withoutPassword(tokens)], {
    env: { ...process.env, DATABASE_URL: database, NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || localSecret(), GLOSS_NEW_PASSWORD: String(password) },
  })
})

/** The arguments as they came, but for what the program below gets by its environment, which only its owner can read. */
function withoutPassword(tokens) {
  const args = process.argv.slice(2)
  const left = new Set(args.keys())
  for (const token of tokens) {
    if (token.kind !== 'option' || !['password', 'password-file'].includes(token.name)) continue
    left.delete(token.index)
    // In the loose mode the value of an option that is not declared may stand apart.
    if (token.value !== undefined && !token.inlineValue) left.delete(token.index + 1)
  }
  return args.filter((_, index) => left.has(index))
}
