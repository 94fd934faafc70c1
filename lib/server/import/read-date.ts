import 'server-only'

/**
 * The day in a date as pages write it, as year-month-day: '2026-03-04T23:30:00+08:00' is '2026-03-04', the day where it
 * was written; '2026年3月4日' and 'March 4, 2026' are too. Null where there is none, or one that cannot be.
 */
export function readDate(written: string | null): string | null {
  const numbers = /^\D{0,12}(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})/.exec(written ?? '')
  if (numbers) return day(Number(numbers[1]), Number(numbers[2]), Number(numbers[3]))
  if (!written || !/[a-z]{3}/i.test(written) || !/\b\d{4}\b/.test(written)) return null
  // Without its time of day, so that no time zone moves it.
  const words = new Date(`${written.replace(/\d{1,2}:\d{2}.*$/s, '')} UTC`)
  return Number.isNaN(words.getTime()) ? null : day(words.getUTCFullYear(), words.getUTCMonth() + 1, words.getUTCDate())
}

function day(year: number, month: number, date: number): string | null {
  const made = new Date(Date.UTC(year, month - 1, date))
  if (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== date || year < 1500) return null
  return made.toISOString().slice(0, 10)
}
