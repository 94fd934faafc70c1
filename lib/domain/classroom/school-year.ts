/** The month (1 to 12) on whose first day, in UTC, a school year has ended everywhere that ends it in summer. */
const endMonth = 8
/** Months before it in which what is made is for the next school year already. */
const ahead = 2

/**
 * When the school year ends for which something is made at `now`: the first of August, of the next year for what is made
 * from June on. Schools whose year ends in December give codes anew in August. Made on 1 December 2026 it ends on
 * 1 August 2027.
 */
export function endOfSchoolYear(now: Date): Date {
  const begun = now.getUTCMonth() + 1 >= endMonth - ahead
  return new Date(Date.UTC(now.getUTCFullYear() + (begun ? 1 : 0), endMonth - 1, 1))
}
