import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Messages } from '@/lib/i18n/messages'

/**
 * Hands the named sets of words to the client components inside, and no others: the whole set is many times what one
 * page needs. `site` and `problems` always go along.
 */
export async function ClientWords({ sets, children }: { sets: (keyof Messages)[]; children: ReactNode }) {
  const all = await getMessages()
  const picked = Object.fromEntries([...new Set([...sets, 'site', 'problems'] as const)].map((set) => [set, all[set]]))
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>
}
