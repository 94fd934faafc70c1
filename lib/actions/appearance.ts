'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { isLocale } from '@/lib/i18n/locales'
import { currentViewer, keepChoice, pageWithout } from '@/lib/server/session'
import { changeLocale } from '@/lib/server/users'
import { overLimit } from './turned-away'

/**
 * Remembers the interface language: in the browser, and with the account of whoever is signed in. An address that asks
 * for a language would win over the choice, so it is left for the same one without.
 */
export async function chooseLanguage(form: FormData): Promise<void> {
  if (await overLimit()) return
  const locale = form.get('locale')
  if (!isLocale(locale)) return
  await changeLocale(await currentViewer(), locale)
  await keepChoice('locale', locale)
  const page = await pageWithout('lang')
  if (page) redirect(page)
  refresh()
}

/** Remembers light or dark, or forgets it so that the system decides. */
export async function chooseTheme(form: FormData): Promise<void> {
  if (await overLimit()) return
  const theme = form.get('theme')
  await keepChoice('theme', theme === 'light' || theme === 'dark' ? theme : null)
  refresh()
}
