/**
 * A text in a Unicode normal form, in time that grows with its length only. Normalising sorts the combining marks of each
 * character, which takes time that grows with the square of their number: 400,000 of them in a row took 15 s. So a
 * grapheme joiner (U+034F) first goes in after every 30 (the Stream-Safe Text Process of UAX #15, section 13), which no
 * text that people write is changed by. The half-width voicing marks U+FF9E and U+FF9F are no marks until NFKC or NFKD
 * makes them such. This is the only file that normalises: `tests/architecture.test.ts`.
 */
export function normalForm(text: string, form: 'NFC' | 'NFKC' | 'NFKD'): string {
  return (mayHaveLongRun(text) ? text.replace(longRun, (run) => run.replace(thirty, '$&\u034F')) : text).normalize(form)
}

/**
 * UTF-16 index at which more than 30 combining marks in a row begin, which no text that people write has; -1 where there
 * are none.
 */
export const longRunAt = (text: string): number => (mayHaveLongRun(text) ? text.search(longRun) : -1)

// Without the look behind, every mark of a run would be tried as its beginning.
const longRun = /(?<![\p{M}\uFF9E\uFF9F])[\p{M}\uFF9E\uFF9F]{31,}/gu
const oneMark = /[\p{M}\uFF9E\uFF9F]/u
const thirty = /.{30}(?=.)/gsu

/** Every run of 31 holds one of the places that are looked at, so that nearly every text is told apart in no time. */
function mayHaveLongRun(text: string): boolean {
  for (let at = 30; at < text.length; at += 31) {
    const unit = text.charCodeAt(at)
    if (unit < 0x300 || (unit >= 0x3400 && unit <= 0x9fff)) continue
    if ((unit >= 0xd800 && unit <= 0xdfff) || oneMark.test(text.charAt(at))) return true
  }
  return false
}
