import { languageName } from '@/components/library/language-name'
import type { LanguageChoice } from './details-fields'

/** The languages most articles are in; any other is told from the text or kept as its tag. */
const offered = [
  'en', 'zh-Hant', 'zh-Hans', 'ja', 'ko', 'vi', 'th', 'id', 'ms', 'fil', 'hi', 'bn', 'ur', 'fa', 'ar', 'he', 'tr', 'ru', 'uk', 'pl',
  'cs', 'de', 'nl', 'sv', 'da', 'nb', 'fi', 'fr', 'es', 'pt', 'it', 'ro', 'el', 'hu',
]

/** The offered languages by their names in `locale`, the interface's own three first. Made on the server, so that both sides agree. */
export function languageChoices(locale: string): LanguageChoice[] {
  const named = offered.map((tag) => ({ tag, name: languageName(tag, locale) }))
  const [first, rest] = [named.slice(0, 3), named.slice(3)]
  return [...first, ...rest.sort((a, b) => a.name.localeCompare(b.name, locale))]
}
