import { normalForm } from './text/normal-form'

/** The best known passwords that the caller can look in, in lower case: the kernel keeps only what people build them of. */
export type KnownPasswords = { has(word: string): boolean }

/**
 * Would this password be among the first tried (NIST SP 800-63B-4, section 3.1.1.2)? One that is little more than words
 * that are tried first: those that people choose everywhere, those of this site, and those in `about` (the person's name
 * and address, their classes), in whatever case, spacing, width and leet; with numbers that count up, repeat, are a year,
 * a date or a sum of love (5201314), or a run along the keyboard; and with up to four digits or two other signs more. And
 * one that is in `known`, alone or with such a beginning or ending. 'Gloss12345', 'p4ssw0rd2026!' and 'woaini1314520' are.
 */
export function isGuessable(password: string, about: readonly string[], known: KnownPasswords = nothing): boolean {
  const plain = simplified(password)
  if (new Set(plain).size < 4) return true
  const words = [...new Set([...everyonesWords, ...about.flatMap(wordsOf)])]
  const rest = leftOf(plain, words)
  if (rest !== null && [...rest].length <= (/^\d*$/.test(rest) ? 4 : 2)) return true
  return cores(plain).some((core) => known.has(core))
}

const nothing: KnownPasswords = { has: () => false }

const simplified = (text: string) => normalForm(text, 'NFKC').toLowerCase().replace(/[\s\p{P}]/gu, (sign) => (leetSigns.includes(sign) ? sign : ''))

/** Punctuation that stands for a letter; `$` and `+` are none. */
const leetSigns = '@!'

/** A name or an address as words to be looked for: as a whole, before its @, and each part of three signs, of two Chinese ones. */
function wordsOf(text: string): string[] {
  const [before = ''] = text.split('@')
  const parts = normalForm(text, 'NFKC').toLowerCase().split(/[^\p{L}\p{N}]+/u)
  const long = parts.filter((part) => part.length >= (/\p{Script=Han}/u.test(part) ? 2 : 3))
  return [simplified(text), simplified(before), ...long].filter((word) => word.length > 1)
}

/**
 * What is left of a password when as much as possible is read as words and weak runs; null where it holds none of them.
 * The best way to read each beginning is remembered, so that the time grows with length times words.
 */
function leftOf(plain: string, words: readonly string[]): string | null {
  const ways: { rest: string; found: boolean }[] = [{ rest: '', found: false }]
  const reach = (at: number, rest: string, found: boolean) => {
    const known = ways[at]
    if (!known || rest.length < known.rest.length || (rest.length === known.rest.length && found)) ways[at] = { rest, found: found || (known?.found ?? false) }
  }
  for (let at = 0; at < plain.length; at += 1) {
    const { rest, found } = ways[at]!
    reach(at + 1, rest + plain[at], found)
    for (const word of words) if (standsAt(plain, word, at)) reach(at + word.length, rest, true)
    for (const end of weakEnds(plain, at)) reach(end, rest, true)
  }
  const { rest, found } = ways[plain.length]!
  return found ? rest : null
}

function standsAt(plain: string, word: string, at: number): boolean {
  if (at + word.length > plain.length) return false
  for (let i = 0; i < word.length; i += 1) {
    const [sign, letter] = [plain[at + i]!, word[i]!]
    if (sign !== letter && !leet[sign]?.includes(letter)) return false
  }
  return true
}

const leet: Record<string, string> = { 0: 'o', 1: 'il', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', 9: 'g', '@': 'a', $: 's', '!': 'i', '+': 't' }

/** Where the weak runs end that begin at a place: counting, repeating, along the keyboard, years, dates, love in figures. */
function weakEnds(plain: string, at: number): number[] {
  const ends: number[] = []
  for (const step of [1, -1, 0]) {
    let end = at + 1
    while (end < plain.length && next(plain, end - 1, step) === plain[end]) end += 1
    if (end - at >= 3) ends.push(end)
  }
  for (const row of keyboard) {
    const from = row.indexOf(plain[at]!)
    let end = at
    while (from >= 0 && end < plain.length && plain[end] === row[from + end - at]) end += 1
    if (end - at >= 3) ends.push(end)
  }
  const figures = /^(?:(?:19|20)\d\d(?:(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]))?|5201314|1314|520|521|168|88|66)/.exec(plain.slice(at, at + 8))
  return figures ? [...ends, at + figures[0].length] : ends
}

/** The character one above, one below, or the same; after 9 comes 0. */
function next(plain: string, at: number, step: number): string {
  if (step !== 0 && plain[at] === (step > 0 ? '9' : '0')) return step > 0 ? '0' : '9'
  return String.fromCharCode(plain.charCodeAt(at) + step)
}

const rows = ['`1234567890-=', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm', 'qazwsxedcrfvtgbyhnujm', '1q2w3e4r5t6y7u8i9o0p', 'q1w2e3r4t5y6u7i8o9p0', 'azertyuiop', 'qwertzuiop', 'a1s2d3f4g5h6']
const keyboard = [...rows, ...rows.map((row) => [...row].reverse().join(''))]

/** A password without weak beginnings and endings, and with its leet read as letters: what a list of passwords would hold. */
function cores(plain: string): string[] {
  const bare = plain.replace(/[^\p{L}\p{N}]+/gu, '')
  const stripped = [bare, bare.replace(/^\d{1,4}(?=\p{L})/u, '')].flatMap((word) => {
    const [, letters = '', figures = ''] = /^(.*?\D)(\d+)$/u.exec(word) ?? []
    return figures !== '' && [...letters].length >= 3 && (figures.length <= 4 || leftOf(figures, []) === '') ? [word, letters] : [word]
  })
  const read = (word: string, one: 'i' | 'l') => word.replace(/[0134578]/g, (sign) => (sign === '1' ? one : leet[sign]!.charAt(0)))
  return [...new Set([plain, ...stripped].flatMap((word) => [word, read(word, 'i'), read(word, 'l')]))]
}

/** What people make passwords of, in English, in pinyin and in Chinese; and this site's own words. */
const everyonesWords = [
  'password', 'passwort', 'passwd', 'pass', 'word', 'iloveyou', 'love', 'welcome', 'letmein', 'login', 'admin', 'administrator', 'root', 'user', 'guest',
  'test', 'changeme', 'secret', 'qwerty', 'abc', 'monkey', 'dragon', 'football', 'baseball', 'sunshine', 'princess', 'master', 'hello', 'superman',
  'batman', 'trustno', 'summer', 'winter', 'spring', 'autumn', 'monday', 'friday', 'school', 'student', 'teacher', 'class', 'my', 'the', 'to', 'is',
  'gloss', 'annotate', 'news', 'reading', 'article',
  'woaini', 'aini', 'woai', 'wo', 'ai', 'ni', 'mima', 'wodemima', 'nihao', 'laopo', 'laogong', 'baobei', 'baobao', 'qinaide', 'caonima', 'zhongguo', 'taiwan', 'xuesheng', 'laoshi', 'xuexiao', 'beijing', 'shanghai', 'taipei',
  'li', 'wang', 'zhang', 'liu', 'chen', 'lin', 'huang', 'qq', 'asd', 'zxc', 'aaa',
  '密碼', '密码', '我愛你', '我爱你', '你好', '老師', '老师', '學生', '学生', '學校', '学校', '新聞', '新闻',
] as const
