import { parseArgs } from 'node:util'
import { createTranslator } from 'use-intl/core'
import { systemViewer } from '@/lib/domain/viewer'
import { problems as words } from '@/lib/i18n/en/problems'
import { disconnect } from '@/lib/server/db'
import { createAccount } from '@/lib/server/users'

const usage =
  'Usage: npm run user -- --email a@example.org --name "A Person" [--password-file F] [--role member|moderator|admin]'

type Outcome = { ok: boolean; sentence: string }

async function main(): Promise<Outcome> {
  const input = parsed()
  if (!input) return { ok: false, sentence: usage }
  const made = await createAccount(systemViewer, input)
  if (made.ok) return { ok: true, sentence: `${input.email} can sign in now, as ${input.role}.` }
  const t = createTranslator({ locale: 'en', messages: words })
  const faults = made.problems.map(({ code, path, values }) => `${path ? `${path}: ` : ''}${t(code, values ?? {})}`)
  return { ok: false, sentence: `No account was made. ${faults.join(' ')}` }
}

function parsed() {
  try {
    const text = { type: 'string' } as const
    const { values } = parseArgs({ options: { email: text, name: text, role: text } })
    const { email, name, role = 'member' } = values
    // From the command before this one, by the environment: arguments can be read by everybody on the machine.
    const password = process.env.GLOSS_NEW_PASSWORD
    if (!email || !name || !password) return null
    if (role !== 'member' && role !== 'moderator' && role !== 'admin') return null
    return { email, name, password, role } as const
  } catch {
    return null
  }
}

const outcome = await main()
await disconnect()
if (outcome.ok) console.log(outcome.sentence)
else console.error(outcome.sentence)
process.exitCode = outcome.ok ? 0 : 1
