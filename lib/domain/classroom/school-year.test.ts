import { expect, test } from 'vitest'
import { endOfSchoolYear } from './school-year'

test.each([
  ['2026-12-01T09:00:00Z', '2027-08-01'], ['2027-05-31T23:59:59Z', '2027-08-01'], ['2027-06-01T00:00:00Z', '2028-08-01'], ['2027-09-01T00:00:00Z', '2028-08-01'],
])('what is made at %s ends on %s', (made, end) => expect(endOfSchoolYear(new Date(made)).toISOString()).toBe(`${end}T00:00:00.000Z`))
