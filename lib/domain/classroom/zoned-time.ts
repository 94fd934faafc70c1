/** A date and time as a clock on the wall shows it: `2026-03-29T02:30`, no seconds, no zone. */
export type WallTime = string

const shape = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/

/** Is this a zone that this machine knows, such as `Asia/Taipei`? */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/**
 * The moment (milliseconds since 1970) at which a clock in `zone` shows `wall`; null for what is no date. A time that the
 * clock skips in spring is taken as much later as the clock jumps; of a time it shows twice in autumn the first is meant.
 * `2026-03-29T02:30` in Europe/Berlin, which is skipped, is 01:30 UTC, shown as 03:30.
 */
export function momentOf(wall: WallTime, zone: string): number | null {
  const read = shape.exec(wall)
  if (!read) return null
  const [year, month, day, hour, minute] = read.slice(1).map(Number) as [number, number, number, number, number]
  const asUtc = Date.UTC(year, month - 1, day, hour, minute)
  if (wallUtc(asUtc) !== wall) return null
  // Offsets at most a day around are tried; zones change by less than a day and rarely.
  const offsets = [...new Set([-1, 0, 1].map((days) => offsetAt(asUtc + days * 86_400_000, zone)))]
  const moments = offsets.map((offset) => asUtc - offset).filter((moment) => wallTime(moment, zone) === wall)
  if (moments.length > 0) return Math.min(...moments)
  return asUtc - Math.min(...offsets)
}

/** What a clock in `zone` shows at a moment. */
export function wallTime(moment: number, zone: string): WallTime {
  return wallUtc(moment + offsetAt(moment, zone))
}

/**
 * A moment as a clock in `zone` shows it, with how far that clock is ahead of UTC, as ISO 8601 and RFC 3339 write it:
 * 0 in Asia/Taipei is `1970-01-01T08:00:00+08:00`.
 */
export function zonedIso(moment: number, zone: string): string {
  const offset = offsetAt(moment, zone)
  const minutes = Math.abs(Math.round(offset / 60_000))
  const two = (figure: number) => String(figure).padStart(2, '0')
  return `${new Date(moment + offset).toISOString().slice(0, 19)}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

const wallUtc = (moment: number): WallTime => new Date(moment).toISOString().slice(0, 16)

/** How far the zone's clock is ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-u-hc-h23', {
    timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  }).formatToParts(moment)
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - Math.floor(moment / 1000) * 1000
}

/** The same wall time a number of days later, as a course copied into the next term needs; clocks may have changed since. */
export function shiftDays(moment: number, days: number, zone: string): number {
  const later = wallUtc(Date.parse(`${wallTime(moment, zone)}Z`) + days * 86_400_000)
  return momentOf(later, zone) ?? moment + days * 86_400_000
}

/** Every zone that this machine knows by its canonical name, UTC first. */
export const timeZones = (): string[] => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
