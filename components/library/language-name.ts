/** A language's name in another language: `zh-Hant` is "Traditional Chinese" in English. An unknown tag stays as it is. */
export function languageName(tag: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(tag) ?? tag
}
