import { useTranslations } from 'next-intl'

/** Where most of those who use the site live; the interface has names for these. */
export const commonZones = [
  'Asia/Taipei', 'Asia/Hong_Kong', 'Asia/Macau', 'Asia/Shanghai', 'Asia/Singapore', 'Asia/Kuala_Lumpur', 'Asia/Tokyo',
  'Asia/Seoul', 'Asia/Kolkata', 'Europe/London', 'Europe/Paris', 'Europe/Berlin', 'America/New_York', 'America/Chicago',
  'America/Denver', 'America/Los_Angeles', 'America/Sao_Paulo', 'Africa/Johannesburg', 'Australia/Sydney', 'Pacific/Auckland', 'UTC',
] as const
type CommonZone = (typeof commonZones)[number]

/** Names a time zone by its city and what its clock is ahead of UTC now: 'Taipei (UTC+8)', 'Oslo, Europe (UTC+1)'. */
export function useZoneName(): (zone: string) => string {
  const t = useTranslations('classroom.zones')
  return (zone) => {
    const isCommon = (commonZones as readonly string[]).includes(zone)
    const name = isCommon ? t(`names.${zone as CommonZone}`) : zone.split('/').reverse().join(', ').replaceAll('_', ' ')
    return zone === 'UTC' ? name : t('named', { name, offset: offsetOf(zone) })
  }
}

function offsetOf(zone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts()
  return (parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT').replace('GMT', 'UTC')
}
