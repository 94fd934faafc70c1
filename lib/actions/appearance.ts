'use server'

import { refresh } from 'next/cache'
import { isLocale } from '@/lib/i18n/locales'
import { currentViewer, keepChoice } from '@/lib/server/session'
import { changeLocale } from '@/lib/server/users'

/** Remembers the interface language: in the browser, and with the account of whoever is signed in. */
export async function chooseLanguage(form: FormData): Promise<void> {
  const locale = form.get('locale')
  if (!isLocale(locale)) return
  await changeLocale(await currentViewer(), locale)
  await keepChoice('locale', locale)
  refresh()
}

/** Remembers light or dark, or forgets it so that the system decides. */
export async function chooseTheme(form: FormData): Promise<void> {
  const theme = form.get('theme')
  await keepChoice('theme', theme === 'light' || theme === 'dark' ? theme : null)
  refresh()
}
