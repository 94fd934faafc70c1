'use client'

import { useTranslations } from 'next-intl'
import { TextField } from '@/components/account/text-field'
import { Section } from '@/components/ui/page'
import { archiveClass, changeClass, copyClass, keepClass } from '@/lib/actions/classes'
import { classLimits } from '@/lib/domain/classroom/class'
import type { ClassView } from '@/lib/server/classes'
import { ClassForm } from './class-form'
import { ClassSections } from './class-sections'
import { ClassZoneField } from './class-zone-field'

/** Everything that is set for a class as a whole. */
export function ClassSettings({ of, zones }: { of: ClassView; zones: readonly string[] }) {
  const [t, make] = [useTranslations('classroom.settings'), useTranslations('classroom.make')]
  const hidden = { classId: of.id }
  const plain = { variant: 'plain' } as const
  const saved = useTranslations('classroom')('saved')
  return (
    <div className="[&>section:first-child]:mt-0 [&>section:first-child]:border-0 [&>section:first-child]:pt-0">
      <Section title={t('about')} note={t('zoneNote')}>
        <div className="max-w-[420px]">
          <ClassForm action={changeClass} submit={t('save')} fields={['name', 'timeZone']} hidden={hidden} draftKey={`class/${of.id}`} done={() => saved}>
            <TextField name="name" label={make('name')} defaultValue={of.name} maxLength={classLimits.name} autoComplete="off" required />
            <ClassZoneField zones={zones} chosen={of.timeZone} />
          </ClassForm>
        </div>
      </Section>
      <Section title={t('sections')} note={t('sectionsNote')}>
        <div className="max-w-[560px]">
          <ClassSections classId={of.id} sections={of.sections} />
        </div>
      </Section>
      <Section title={t('keep')} note={t('keepNote')}>
        <div className="max-w-[420px]">
          <ClassForm action={keepClass} submit={t('save')} fields={['keepUntil']} hidden={hidden} draftKey={`class-keep/${of.id}`} look={plain} done={() => saved}>
            <TextField name="keepUntil" type="date" label={t('keepUntil')} hint={t('keepHint')} defaultValue={of.keepUntil ?? ''} />
          </ClassForm>
        </div>
      </Section>
      <Section title={t('copy')} note={t('copyNote')}>
        <div className="max-w-[420px]">
          <ClassForm action={copyClass} submit={t('copyNow')} fields={['name', 'days']} hidden={hidden} draftKey={`class-copy/${of.id}`} look={plain}>
            <TextField name="name" label={t('copyName')} defaultValue={of.name} maxLength={classLimits.name} autoComplete="off" required />
            <TextField name="days" autoComplete="off" label={t('copyDays')} hint={t('copyDaysHint')} defaultValue="364" required />
          </ClassForm>
        </div>
      </Section>
      <Section title={t('archive')} note={t('archiveNote')}>
        <ClassForm
          action={archiveClass}
          submit={t(of.archived ? 'unarchiveNow' : 'archiveNow')}
          hidden={{ ...hidden, archived: of.archived ? 'no' : 'yes' }}
          look={plain}
        />
      </Section>
    </div>
  )
}
