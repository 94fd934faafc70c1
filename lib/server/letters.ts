import 'server-only'
import { createTranslator } from 'use-intl/core'
import { bestLocale, type Locale } from '@/lib/i18n/locales'
import { messagesOf } from '@/lib/i18n/messages'
import { env } from './env'
import { spend, type LimitName } from './limits'
import { sendMail } from './mail'

/** What we write to people. The words are `account.letters` of `lib/i18n`; nothing that a stranger typed is in them. */
export type LetterName = 'verify' | 'reset' | 'taken' | 'passwordChanged' | 'tokenMade' | 'invited' | 'classLeaving'

/** Letters that a stranger can have sent to somebody: few of each kind a day. A link for a new password is counted where it is asked for. */
const byStrangers: Partial<Record<LetterName, LimitName>> = { verify: 'verify-letter:address', taken: 'taken-letter:address', invited: 'invited-letter:address' }

/**
 * Writes to somebody in their language; what strangers have sent goes out a few times a day to one address, and then no
 * more. `path` is where the letter's link leads, from the site's root.
 * @param locale the language they chose, else the one of the request
 * @throws as `sendMail` does
 */
export async function sendLetter(to: string, locale: string, name: LetterName, path: string): Promise<void> {
  const limit = byStrangers[name]
  if (limit && !(await spend([limit, to])).ok) return
  const language: Locale = bestLocale([locale])
  const t = createTranslator({ locale: language, messages: await messagesOf(language), namespace: 'account.letters' })
  const site = new URL(env('NEXTAUTH_URL')).origin
  const paragraphs = [t(`${name}.text`), `${site}${path}`, t(`${name}.otherwise`), `${t('signature')}\n${site}`]
  await sendMail({ to, subject: t(`${name}.subject`), text: paragraphs.join('\n\n') })
}
