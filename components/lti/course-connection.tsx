'use client'

import { useTranslations } from 'next-intl'
import { useField } from '@/components/form/form-context'
import { TextField } from '@/components/account/text-field'
import { ClassForm } from '@/components/classroom/class-form'
import { ClassZoneField } from '@/components/classroom/class-zone-field'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { Section } from '@/components/ui/page'
import { connectNewClass, connectOwnClass } from '@/lib/actions/lti'
import { classLimits } from '@/lib/domain/classroom/class'

type Class = { id: string; name: string }
type Props = { hidden: Record<string, string>; name: string; classes: readonly Class[]; zones: readonly string[] }

/** Which class a course is: a new one, or one that whoever asks runs already. */
export function CourseConnection({ hidden, name, classes, zones }: Props) {
  const [t, make] = [useTranslations('lti.connect'), useTranslations('classroom.make')]
  return (
    <>
      <Section title={t('newTitle')}>
        <div className="max-w-[420px]">
          <ClassForm action={connectNewClass} submit={t('newSubmit')} fields={['name', 'timeZone']} label={t('newTitle')} hidden={hidden} draftKey="new-course-class">
            <TextField name="name" label={make('name')} defaultValue={name} maxLength={classLimits.name} autoComplete="off" required />
            <ClassZoneField zones={zones} />
          </ClassForm>
        </div>
      </Section>
      {classes.length > 0 && (
        <Section title={t('ownTitle')} note={t('ownNote')}>
          <div className="max-w-[420px]">
            <ClassForm action={connectOwnClass} submit={t('ownSubmit')} fields={['classId']} label={t('ownTitle')} hidden={hidden} look={{ variant: 'plain' }}>
              <OwnClass classes={classes} />
            </ClassForm>
          </div>
        </Section>
      )}
    </>
  )
}

function OwnClass({ classes }: { classes: readonly Class[] }) {
  const t = useTranslations('lti.connect')
  const { error, typed } = useField('classId')
  return (
    <Field label={t('ownLabel')} error={error}>
      {({ id, describedBy, invalid }) => (
        <Select key={typed} id={id} name="classId" defaultValue={typed} aria-describedby={describedBy} aria-invalid={invalid || undefined}>
          {classes.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
