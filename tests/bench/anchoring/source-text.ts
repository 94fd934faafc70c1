import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { chance, type Chance } from './random'

export type Language = 'en' | 'zh'

const files = { en: 'emma-en.txt', zh: 'honglou-zh-Hant.txt' } as const

/** The first `size` UTF-16 units of a novel where it is at hand, else of a text made up by chance; whole lines. */
export function sourceText(language: Language, size: number): { name: string; text: string } {
  const file = resolve(import.meta.dirname, '../../../../shared/data/texts', files[language])
  const found = existsSync(file)
  const whole = found ? readFileSync(file, 'utf8') : madeUp(language, size)
  const cut = whole.lastIndexOf('\n', size)
  return { name: found ? files[language] : 'made up', text: whole.slice(0, cut > 0 ? cut : size) }
}

/** Words by Zipf's law in sentences and paragraphs: repeats itself as much as language does, and means nothing. */
function madeUp(language: Language, size: number): string {
  const random = chance(7)
  const words = Array.from({ length: 6000 }, () => (language === 'en' ? latinWord(random) : chineseWord(random)))
  const word = () => words[Math.floor(words.length ** random.next()) - 1]!
  const lines: string[] = []
  for (let length = 0; length < size + 2000;) {
    const sentences = Array.from({ length: 1 + random.below(6) }, () => sentence(language, random, word))
    const line = sentences.join(language === 'en' ? ' ' : '')
    lines.push(line)
    length += line.length + 1
  }
  return lines.join('\n')
}

function sentence(language: Language, random: Chance, word: () => string): string {
  const words = Array.from(
    { length: 5 + random.below(20) },
    () => word() + (random.happens(0.1) ? (language === 'en' ? ',' : '，') : ''),
  )
  return language === 'en' ? `${words.join(' ')}.` : `${words.join('')}。`
}

const latinWord = (random: Chance) =>
  Array.from(
    { length: 1 + random.below(4) },
    () => random.pick([...'bcdfghlmnprstvw']) + random.pick([...'aeiou']),
  ).join('')

const chineseWord = (random: Chance) =>
  Array.from({ length: 1 + random.below(3) }, () =>
    String.fromCharCode(0x4e00 + Math.floor(2500 ** random.next()) * 3),
  ).join('')
