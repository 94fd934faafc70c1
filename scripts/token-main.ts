import { parseArgs } from 'node:util'
import { createTranslator } from 'use-intl/core'
import { newToken, type NewToken } from '@/lib/domain/access-token'
import { systemViewer } from '@/lib/domain/viewer'
import { problems as words } from '@/lib/i18n/en/problems'
import { disconnect } from '@/lib/server/db'
import { makeToken } from '@/lib/server/tokens'
import { findAccount } from '@/lib/server/users'

const usage =
  'Usage: npm run token -- --email someone@example.org --scope read|write|moderate [--name "What it is for"] [--days 90]'

type Outcome = { ok: true; note: string; token: string } | { ok: false; sentence: string }

async function main(): Promise<Outcome> {
  const input = parsed()
  if (!input) return { ok: false, sentence: usage }
  const account = await findAccount(systemViewer, input.email)
  if (!account) return { ok: false, sentence: `No token was made: there is no account with the address ${input.email}.` }
  const made = await makeToken(systemViewer, account.id, input.token)
  if (made.ok) {
    const until = made.value.expiresAt ? `until ${made.value.expiresAt.toISOString().slice(0, 10)}` : 'until it is revoked'
    return { ok: true, note: `A token for ${input.email}, good for ${made.value.scopes.join(', ')} ${until}. It is not shown again:`, token: made.value.token }
  }
  const t = createTranslator({ locale: 'en', messages: words })
  const faults = made.problems.map(({ code, path, values }) => `${path ? `${path}: ` : ''}${t(code, values ?? {})}`)
  return { ok: false, sentence: `No token was made. ${faults.join(' ')}` }
}

function parsed(): { email: string; token: NewToken } | null {
  try {
    const text = { type: 'string' } as const
    const { values } = parseArgs({ options: { email: text, scope: text, name: text, days: text } })
    const { email, scope, name = 'Made on the command line', days } = values
    const token = newToken.safeParse({ name, scope, days: days === undefined ? null : Number(days) })
    return email && token.success ? { email, token: token.data } : null
  } catch {
    return null
  }
}

const outcome = await main()
await disconnect()
// The token alone goes to the output, so that a script can take it from there.
if (outcome.ok) {
  console.error(outcome.note)
  console.log(outcome.token)
}
else console.error(outcome.sentence)
process.exitCode = outcome.ok ? 0 : 1
