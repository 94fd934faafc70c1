import { headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { keptChoice, preferredLocale } from '@/lib/server/session'
import { bestLocale, isLocale, wishesOf, type Locale } from '@/lib/i18n/locales'
import { messagesOf } from '@/lib/i18n/messages'

/** The language of a request: the address's, else the signed-in person's, else the browser's last choice, else its wishes. */
export default getRequestConfig(async () => {
  const locale = await resolveLocale()
  return { locale, messages: await messagesOf(locale), timeZone: 'UTC' }
})

async function resolveLocale(): Promise<Locale> {
  const header = await headers()
  const asked = header.get('x-gloss-language')
  if (isLocale(asked)) return asked
  const preferred = await preferredLocale()
  if (isLocale(preferred)) return preferred
  const kept = await keptChoice('locale')
  return isLocale(kept) ? kept : bestLocale(wishesOf(header.get('accept-language')))
}
