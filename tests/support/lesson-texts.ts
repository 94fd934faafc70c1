import type { Locale } from '@/lib/i18n/locales'
import { body } from './journey'
import { realInput } from './real-input'

/** The passages of a lesson: what the key has, a piece of its first, and one that it has not. */
type Passages = { stated: string; framed: string; short: string; extra: string }
export type Lesson = { locale: Locale; browser: string; students: [string, string, string]; text: string; passages: (text: string) => Passages }

export const english: Lesson = {
  locale: 'en',
  browser: 'en-US',
  students: ['Ada First', 'Bo Second', 'Cho Third'],
  text: body,
  passages: () => ({ stated: 'called it a disgrace', framed: 'Nobody with eyes in their head', short: 'disgrace', extra: 'the island dies' }),
}
export const chinese: Lesson = {
  locale: 'zh-Hant',
  browser: 'zh-TW',
  students: ['陳怡君', '林冠宇', '王思涵'],
  text: realInput().buffer.toString('utf8').replace(/^!\[.*$/gm, ''),
  passages: (text) => {
    const [stated = '', framed = '', extra = ''] = text.split('\n').filter((block) => [...block].length > 45).map((block) => [...block].slice(4, 24).join(''))
    return { stated, framed, extra, short: [...stated].slice(0, 5).join('') }
  },
}
