import type { messages as en } from './en'
import type { Locale } from './locales'
import type { Words } from './words'

export type Messages = typeof en

/** The words of one language. A language that lacks a message of the English set does not compile. */
export async function messagesOf(locale: Locale): Promise<Words<Messages>> {
  const load: Record<Locale, () => Promise<{ messages: Words<Messages> }>> = {
    en: () => import('./en'),
    'zh-Hant': () => import('./zh-Hant'),
    'zh-Hans': () => import('./zh-Hans'),
  }
  return (await load[locale]()).messages
}
