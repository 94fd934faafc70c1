import 'server-only'
import { detect } from 'tinyld'
import { chineseScript } from '@/lib/domain/text/language-script'

/**
 * The language a text seems to be in, as a tag: `en`, `zh-Hant`, `zh-Hans`, `de` …, and `und` where nothing can be told.
 * Looks at the first 20,000 UTF-16 units.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, 20_000)
  const found = sample.trim() === '' ? '' : detect(sample)
  if (found === 'zh' || (found !== 'ja' && mostlyHan(sample))) return `zh-${chineseScript(sample)}`
  return /^[a-z]{2,3}$/.test(found) ? found : 'und'
}

/** Han characters make up most of the letters, and no kana says that it is Japanese. */
function mostlyHan(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return han > letters / 2 && !/[\p{Script=Hiragana}\p{Script=Katakana}]{2}/u.test(text)
}
