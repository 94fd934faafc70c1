'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { ClassMoment } from './class-moment'

/**
 * A date of an assignment on the viewer's own clock, with what the class's clock shows where that is another one.
 * @param at milliseconds since 1970
 */
export function AssignmentMoment({ at, zone }: { at: number; zone: string }) {
  const [t, format] = [useTranslations('assignment.dates'), useFormatter()]
  const own = useSyncExternalStore(never, () => Intl.DateTimeFormat().resolvedOptions().timeZone, () => null)
  const time = format.dateTime(new Date(at), { weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone: zone })
  const named = zone.replaceAll('_', ' ')
  return (
    <>
      <ClassMoment at={at} zone={zone} />
      <span className="text-soft">{own === null || own === zone ? t('sameClock', { zone: named }) : t('otherClock', { time, zone: named })}</span>
    </>
  )
}

const never = () => () => {}
