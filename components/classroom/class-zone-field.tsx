'use client'

import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { useField } from '@/components/account/form-context'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'

/** Which clock a class goes by; without `chosen`, the browser's. */
export function ClassZoneField({ zones, chosen }: { zones: readonly string[]; chosen?: string }) {
  const t = useTranslations('classroom.make')
  const { error, typed } = useField('timeZone')
  const own = useSyncExternalStore(never, () => Intl.DateTimeFormat().resolvedOptions().timeZone, () => null)
  const value = typed ?? chosen ?? own ?? 'UTC'
  // A browser may name its zone by an older name than the list has.
  const all = zones.includes(value) ? zones : [value, ...zones]
  return (
    <Field label={t('zone')} hint={t('zoneHint')} error={error}>
      {({ id, describedBy, invalid }) => (
        <Select key={value} id={id} name="timeZone" defaultValue={value} aria-describedby={describedBy} aria-invalid={invalid || undefined}>
          {all.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

const never = () => () => {}
