'use client'

import { useTranslations } from 'next-intl'
import { useField } from '@/components/form/form-context'
import { TextField } from '@/components/account/text-field'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { mailInvitation, makeCode } from '@/lib/actions/class-people'
import { ClassForm } from './class-form'
import { ClassPlaceFields } from './class-place-fields'

type Props = { classId: string; sections: readonly { id: string; name: string }[] }

const lifetimes = [1, 7, 30, 120]

/** New ways into a class: a code for whoever has it, and a letter to one address. */
export function PeopleInvite({ classId, sections }: Props) {
  const t = useTranslations('classroom.ways')
  const place = <ClassPlaceFields role="student" sectionId="" sections={sections} />
  return (
    <div className="mt-6 grid items-start gap-x-14 gap-y-10 sm:grid-cols-2">
      <div className="grid gap-4">
        <h3 className="font-semibold">{t('make')}</h3>
        <ClassForm action={makeCode} submit={t('submit')} fields={['role', 'sectionId', 'days', 'places']} hidden={{ classId }} draftKey={`class-code/${classId}`} label={t('make')}>
          {place}
          <Days />
          <TextField name="places" label={t('places')} hint={t('placesHint')} inputMode="numeric" autoComplete="off" />
        </ClassForm>
      </div>
      <div className="grid gap-4">
        <h3 className="font-semibold">{t('mail')}</h3>
        <ClassForm
          action={mailInvitation}
          submit={t('send')}
          fields={['email', 'role', 'sectionId']}
          hidden={{ classId }}
          draftKey={`class-letter/${classId}`}
          label={t('mail')}
          look={{ variant: 'plain' }}
          done={({ email, sent, invited }) => t(!invited ? 'already' : sent ? 'sent' : 'unsent', { email: String(email) })}
        >
          <TextField name="email" label={t('email')} type="email" autoComplete="off" autoCapitalize="none" spellCheck={false} required />
          {place}
        </ClassForm>
      </div>
    </div>
  )
}

function Days() {
  const t = useTranslations('classroom.ways')
  const { error, typed = '7' } = useField('days')
  return (
    <Field label={t('days')} error={error}>
      {({ id, describedBy, invalid }) => (
        <Select id={id} name="days" defaultValue={typed} aria-describedby={describedBy} aria-invalid={invalid || undefined}>
          {lifetimes.map((days) => (
            <option key={days} value={days}>
              {t('daysFor', { days })}
            </option>
          ))}
          <option value="">{t('endless')}</option>
        </Select>
      )}
    </Field>
  )
}
