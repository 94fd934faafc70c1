/**
 * A text in a Unicode normal form, in time that grows with its length only. Normalising sorts the combining marks of each
 * character, which takes time that grows with the square of their number: 400,000 of them in a row took 15 s. So a
 * grapheme joiner (U+034F) first goes in after every 30 (the Stream-Safe Text Process of UAX #15, section 13), which no
 * text that people write is changed by. The half-width voicing marks U+FF9E and U+FF9F are no marks until NFKC or NFKD
 * makes them such. This is the only file that normalises: `tests/architecture.test.ts`.
 */
export function normalForm(text: string, form: 'NFC' | 'NFKC' | 'NFKD'): string {
  return text.replace(longRun, (run) => run.replace(thirty, '$&\u034F')).normalize(form)
}


/**
 * UTF-16 index at which more than 30 combining marks in a row begin, which no text that people write has; -1 where there
 * are none.
 */
export const longRunAt = (text: string): number => text.search(longRun)

// Without the look behind, every mark of a run would be tried as its beginning.
const longRun = /(?<![\p{M}\uFF9E\uFF9F])[\p{M}\uFF9E\uFF9F]{31,}/gu
const thirty = /.{30}(?=.)/gsu
