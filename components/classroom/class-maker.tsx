'use client'

import { useTranslations } from 'next-intl'
import { TextField } from '@/components/account/text-field'
import { makeClass } from '@/lib/actions/classes'
import { classLimits } from '@/lib/domain/classroom/class'
import { ClassForm } from './class-form'
import { ClassZoneField } from './class-zone-field'

/** Makes a class: a name, and the clock that its dates are meant on. */
export function ClassMaker({ zones }: { zones: readonly string[] }) {
  const t = useTranslations('classroom.make')
  return (
    <ClassForm action={makeClass} submit={t('submit')} fields={['name', 'timeZone']} label={t('title')} draftKey="new-class">
      <TextField name="name" label={t('name')} hint={t('nameHint')} maxLength={classLimits.name} autoComplete="off" required />
      <ClassZoneField zones={zones} />
    </ClassForm>
  )
}
