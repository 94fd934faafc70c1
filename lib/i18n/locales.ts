/** The interface's languages, as BCP 47 tags; the first is the source and the last resort. */
export const locales = ['en', 'zh-Hant', 'zh-Hans'] as const
export type Locale = (typeof locales)[number]

/** Each language by its own name, for the menu that chooses one. */
export const localeNames: Record<Locale, string> = { en: 'English', 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文' }

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value)

/**
 * The interface language that fits a list of wishes best, strongest first: `zh-TW`, `zh-HK` and `zh-MO` mean
 * Traditional Chinese, every other Chinese means Simplified, and English is the last resort.
 */
export function bestLocale(wishes: readonly string[]): Locale {
  for (const wish of wishes) {
    const tag = wish.toLowerCase()
    if (tag === 'en' || tag.startsWith('en-')) return 'en'
    if (/^zh\b.*-(hant|tw|hk|mo)\b/.test(tag)) return 'zh-Hant'
    if (tag === 'zh' || tag.startsWith('zh-')) return 'zh-Hans'
  }
  return 'en'
}

/** The languages of an `Accept-Language` header (RFC 9110, section 12.5.4), strongest first. */
export function wishesOf(header: string | null): string[] {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find(Boolean)
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag)
}
