/**
 * A text cut into what a comparison counts in: words where words are written apart, single characters in Chinese and
 * other scripts without spaces, and each mark of punctuation. White space belongs to no token, so that it never agrees
 * by chance; whether it is the same is asked of the text in the end. All offsets are UTF-16.
 */
export type Tokens = {
  readonly text: string
  readonly count: number
  /** What the token says: equal words have equal ids in both texts that share a vocabulary. */
  readonly id: Int32Array
  readonly start: Int32Array
  readonly end: Int32Array
  /** The line (paragraph) of each token. */
  readonly lineOf: Int32Array
  /** The first token of each line, and behind the last line the number of tokens. */
  readonly line: Int32Array
}

/** The words met so far, shared by the texts to be compared. Ids below 65,536 are single UTF-16 units. */
export type Vocabulary = { readonly ids: Map<string, number>; readonly words: string[] }

/** A vocabulary that has met no word yet: one for each pair of texts. */
export const emptyVocabulary = (): Vocabulary => ({ ids: new Map(), words: [] })

/** Cuts a text into tokens, adding its words to the vocabulary. Linear. */
export function tokenize(text: string, vocabulary: Vocabulary): Tokens {
  const [id, start, end, lineOf] = [0, 1, 2, 3].map(() => new Int32Array(text.length))
  const line = [0]
  let count = 0
  for (let at = 0; at < text.length;) {
    const kind = kindOf(text.charCodeAt(at))
    if (kind === newline) line.push(count)
    if (kind === newline || kind === space) {
      at += 1
      continue
    }
    const stop = tokenEnd(text, at, kind)
    id![count] = stop === at + 1 && kind !== word ? text.charCodeAt(at) : wordId(vocabulary, text.slice(at, stop))
    start![count] = at
    end![count] = stop
    lineOf![count] = line.length - 1
    count += 1
    at = stop
  }
  line.push(count)
  const cut = (all: Int32Array | undefined) => all!.subarray(0, count)
  return {
    text,
    count,
    id: cut(id),
    start: cut(start),
    end: cut(end),
    lineOf: cut(lineOf),
    line: Int32Array.from(line),
  }
}

/** Whether a place lies inside a token. */
export function cutsToken(tokens: Tokens, at: number): boolean {
  const i = tokenEndingAfter(tokens, at)
  return i < tokens.count && tokens.start[i]! < at
}

/** The first token that ends behind `at`; with 'start', the last one that begins at or before it. */
export function tokenEndingAfter({ start, end, count }: Tokens, at: number, by: 'end' | 'start' = 'end'): number {
  let [low, high] = [0, count]
  while (low < high) {
    const half = (low + high) >>> 1
    const passed = by === 'end' ? end[half]! <= at : start[half]! <= at
    if (passed) low = half + 1
    else high = half
  }
  return by === 'end' ? low : low - 1
}

/** Whether a token is punctuation: such agreement says little, and a passage may be cut behind it. */
export const isPunctuation = (id: number) => id < firstWord && kindOf(id) === mark

export const firstWord = 0x10000

const [newline, space, word, single, joining, mark, half] = [1, 2, 3, 4, 5, 6, 7] as const

/** Words run on; everything else is one character with whatever combines with it (accents, joined emoji, flags). */
function tokenEnd(text: string, from: number, kind: number): number {
  let at = from + width(text, from)
  while (at < text.length) {
    const next = kindOf(text.charCodeAt(at))
    const goesOn =
      (kind === word && (next === word || joinsWords(text, at))) ||
      next === joining ||
      (next === half && (text.charCodeAt(at - 1) === zeroWidthJoiner || joinsPair(text, from, at)))
    if (!goesOn) break
    at += width(text, at)
  }
  return at
}

/** "matter-of-fact" and "don't" are one word each: five tokens that agree would be five times one coincidence. */
function joinsWords(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit !== 0x2d && unit !== 0x27 && unit !== 0x2019) return false
  return at + 1 < text.length && kindOf(text.charCodeAt(at + 1)) === word
}

/** A skin tone behind any character, or the second half of a flag. */
function joinsPair(text: string, from: number, at: number): boolean {
  const code = text.codePointAt(at)!
  if (code >= 0x1f3fb && code <= 0x1f3ff) return true
  return isFlagLetter(code) && at === from + 2 && isFlagLetter(text.codePointAt(from)!)
}

const isFlagLetter = (code: number) => code >= 0x1f1e6 && code <= 0x1f1ff
const zeroWidthJoiner = 0x200d
const width = (text: string, at: number) => (text.codePointAt(at)! > 0xffff ? 2 : 1)

function wordId({ ids, words }: Vocabulary, text: string): number {
  const known = ids.get(text)
  if (known !== undefined) return known
  const fresh = firstWord + words.length
  ids.set(text, fresh)
  words.push(text)
  return fresh
}

const kinds = new Uint8Array(0x10000)

function kindOf(unit: number): number {
  return kinds[unit] || (kinds[unit] = classify(unit))
}

function classify(unit: number): number {
  const character = String.fromCharCode(unit)
  if (unit === 10) return newline
  if (unit >= 0xd800 && unit <= 0xdfff) return half
  if (/\s/.test(character)) return space
  if (/[\p{M}\p{Cf}]/u.test(character)) return joining
  if (unspaced.test(character)) return single
  return /[\p{L}\p{N}_]/u.test(character) ? word : mark
}

const unspaced =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/u
