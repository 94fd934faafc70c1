'use client'

import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { useField } from '@/components/form/form-context'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { commonZones, useZoneName } from './zone-name'

/** Which clock a class goes by; without `chosen`, the browser's. */
export function ClassZoneField({ zones, chosen }: { zones: readonly string[]; chosen?: string }) {
  const t = useTranslations('classroom.make')
  const { error, typed } = useField('timeZone')
  const own = useSyncExternalStore(never, () => Intl.DateTimeFormat().resolvedOptions().timeZone, () => null)
  const value = typed ?? chosen ?? own ?? 'UTC'
  // A browser may name its zone by an older name than the list has.
  const all = zones.includes(value) ? zones : [value, ...zones]
  // Server and browser may know of different rules for one zone, and so of another offset: the server's stays.
  const nameOf = useZoneName()
  const isCommon = (zone: string) => (commonZones as readonly string[]).includes(zone)
  // By city: typing the first letters of one goes to it.
  const others = all.filter((zone) => !isCommon(zone)).map((zone) => ({ zone, name: nameOf(zone) })).sort((a, b) => (a.name < b.name ? -1 : 1))
  return (
    <Field label={t('zone')} hint={t('zoneHint')} error={error}>
      {({ id, describedBy, invalid }) => (
        <Select key={value} id={id} name="timeZone" defaultValue={value} aria-describedby={describedBy} aria-invalid={invalid || undefined}>
          <optgroup label={t('zonesCommon')}>
            {commonZones.map((zone) => (
              <option key={zone} value={zone} suppressHydrationWarning>
                {nameOf(zone)}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('zonesOther')}>
            {others.map(({ zone, name }) => (
              <option key={zone} value={zone} suppressHydrationWarning>
                {name}
              </option>
            ))}
          </optgroup>
        </Select>
      )}
    </Field>
  )
}

const never = () => () => {}
