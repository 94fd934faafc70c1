import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endOfSchoolYear, keptByDefault } from './school-year'

const day = (date: Date) => date.toISOString().slice(0, 10)

test.each([
  ['2026-12-01T09:00:00Z', 'Asia/Taipei', '2027-08-01'], ['2027-05-31T23:59:59Z', 'Europe/Berlin', '2027-08-01'], ['2027-06-01T00:00:00Z', 'America/New_York', '2028-08-01'],
  ['2027-09-01T00:00:00Z', '', '2028-08-01'], ['2026-12-01T09:00:00Z', 'Australia/Sydney', '2028-01-01'], ['2026-10-31T00:00:00Z', 'Pacific/Auckland', '2027-01-01'],
  ['2027-02-01T00:00:00Z', 'America/Sao_Paulo', '2028-01-01'], ['2027-04-10T00:00:00Z', 'Asia/Tokyo', '2028-04-01'], ['2027-03-02T00:00:00Z', 'Asia/Seoul', '2028-03-01'],
])('what is made at %s in %s ends on %s', (made, zone, end) => expect(day(endOfSchoolYear(new Date(made), zone))).toBe(end))

test('a class is kept for a month more', () => {
  expect(day(keptByDefault(new Date('2026-12-01T09:00:00Z'), 'Asia/Taipei'))).toBe('2027-09-01')
  expect(day(keptByDefault(new Date('2027-02-01T00:00:00Z'), 'Australia/Perth'))).toBe('2028-02-01')
})

test('whenever and wherever a class is made, it is kept for three months at least and fifteen at most', () => {
  const zone = fc.constantFrom('Asia/Taipei', 'Asia/Tokyo', 'Asia/Seoul', 'Australia/Sydney', 'Europe/Paris', 'America/Lima')
  fc.assert(
    fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), zone, (now, timeZone) => {
      const days = (keptByDefault(now, timeZone).getTime() - now.getTime()) / 86_400_000
      expect(days).toBeGreaterThan(88)
      expect(days).toBeLessThan(460)
    }),
  )
})
