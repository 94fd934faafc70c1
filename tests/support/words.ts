import { createTranslator } from 'use-intl/core'
import type { Locale } from '@/lib/i18n/locales'
import { messagesOf } from '@/lib/i18n/messages'

/** What the interface says in one of its languages, plurals and values filled in, for tests that walk it in several. */
export const wordsIn = async (locale: Locale) => createTranslator({ locale, messages: await messagesOf(locale) })
export type Words = Awaited<ReturnType<typeof wordsIn>>
