/**
 * The month (1 to 12) on whose first day the school year has ended, by time zone: it ends in summer nearly everywhere, and
 * in the south that is in December.
 */
const endMonths: readonly [zones: RegExp, month: number][] = [
  [/^(Australia|Antarctica)\/|^Pacific\/(Auckland|Chatham|Fiji|Port_Moresby|Guadalcanal|Apia|Tongatapu)$/, 1],
  [/^Africa\/(Johannesburg|Harare|Gaborone|Windhoek|Maputo|Lusaka|Maseru|Mbabane|Blantyre|Lubumbashi|Nairobi|Kampala|Dar_es_Salaam)$/, 1],
  [/^America\/(Argentina\/.*|Sao_Paulo|Bahia|Fortaleza|Recife|Belem|Manaus|Cuiaba|Campo_Grande|Porto_Velho|Santiago|Punta_Arenas|Montevideo|Asuncion|La_Paz|Lima|Bogota)$/, 1],
  [/^Asia\/(Singapore|Kuala_Lumpur|Kuching)$/, 1],
  [/^Asia\/Seoul$/, 3],
  [/^Asia\/Tokyo$/, 4],
]
/** Elsewhere: the first of August. */
const usual = 8
/** Months before the end in which what is made is for the next school year already. */
const ahead = 2

/**
 * When the school year ends for which something is made at `now`, where a class's clock is: the first of a month in UTC,
 * of the next year for what is made in the last two months before it. Made on 1 December 2026 in Taipei it ends on
 * 1 August 2027, in Sydney on 1 January 2028.
 */
export function endOfSchoolYear(now: Date, timeZone = ''): Date {
  const month = endMonths.find(([zones]) => zones.test(timeZone))?.[1] ?? usual
  const late = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1))
  const first = new Date(Date.UTC(late.getUTCFullYear(), month - 1, 1))
  return first.getTime() > late.getTime() ? first : new Date(Date.UTC(late.getUTCFullYear() + 1, month - 1, 1))
}

/** The day until which what is made at `now` is kept where nobody says otherwise, in UTC: a month after its school year. */
export function keptByDefault(now: Date, timeZone: string): Date {
  const end = endOfSchoolYear(now, timeZone)
  return new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 1))
}
