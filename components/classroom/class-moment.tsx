'use client'

import { useFormatter } from 'next-intl'
import { useSyncExternalStore } from 'react'

/**
 * A moment on the reader's own clock, with its zone's name in the tooltip; on the class's clock until the page runs.
 * @param at milliseconds since 1970
 */
export function ClassMoment({ at, zone }: { at: number; zone: string }) {
  const format = useFormatter()
  const own = useSyncExternalStore(never, () => Intl.DateTimeFormat().resolvedOptions().timeZone, () => null)
  const timeZone = own ?? zone
  const look = { weekday: 'short', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', timeZone } as const
  return (
    <time dateTime={new Date(at).toISOString()} title={timeZone} className="whitespace-nowrap">
      {format.dateTime(new Date(at), look)}
    </time>
  )
}

const never = () => () => {}
