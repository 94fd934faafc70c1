import 'server-only'
import { languageTag } from '@/lib/domain/article'
import { detectLanguage } from './language'

/**
 * The language of a text whose page claims one: the claim, unless the text is long enough to tell that it is another,
 * since templates are copied. Chinese becomes zh-Hant or zh-Hans, by script, region or the characters themselves; of
 * others the region is left out. Null where neither tells.
 */
export function likelyLanguage(claimed: string | null, text: string): string | null {
  const told = detectLanguage(text)
  const locale = localeOf(claimed)
  const sure = told !== 'und' && text.length > 200
  if (!locale || (sure && locale.language !== told.split('-')[0])) return told === 'und' ? null : told
  if (locale.language !== 'zh') return languageTag.safeParse(locale.language).data ?? null
  if (sure) return told
  const script = locale.script ?? (/^(TW|HK|MO)$/.test(locale.region ?? '') ? 'Hant' : /^(CN|SG)$/.test(locale.region ?? '') ? 'Hans' : null)
  return script ? `zh-${script}` : told.startsWith('zh') ? told : 'zh-Hant'
}

function localeOf(tag: string | null): Intl.Locale | null {
  try {
    return tag ? new Intl.Locale(tag.trim().replaceAll('_', '-')) : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
