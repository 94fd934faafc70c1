'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextField } from '@/components/account/text-field'
import { Button } from '@/components/ui/button'
import { makeSection, removeSection, renameSection } from '@/lib/actions/classes'
import { classLimits } from '@/lib/domain/classroom/class'
import { ClassForm } from './class-form'

type Section = { id: string; name: string }

/** The sections of a class: each can be named anew or removed, and new ones made. */
export function ClassSections({ classId, sections }: { classId: string; sections: readonly Section[] }) {
  const t = useTranslations('classroom.settings')
  return (
    <div className="grid gap-6">
      {sections.length === 0 ? (
        <p className="text-soft">{t('noSections')}</p>
      ) : (
        <ul className="divide-y divide-rule border-y border-rule">
          {sections.map((section) => (
            <SectionLine key={section.id} classId={classId} section={section} />
          ))}
        </ul>
      )}
      <ClassForm key={sections.length} action={makeSection} submit={t('addSection')} fields={['section']} hidden={{ classId }} draftKey={`new-section/${classId}`} look={{ variant: 'plain' }} row>
        <TextField name="section" label={t('newSection')} maxLength={classLimits.section} autoComplete="off" required />
      </ClassForm>
    </div>
  )
}

function SectionLine({ classId, section: { id: sectionId, name } }: { classId: string; section: Section }) {
  const [t, site] = [useTranslations('classroom.settings'), useTranslations('site')]
  const [editing, setEditing] = useState(false)
  const hidden = { classId, sectionId }
  if (editing)
    return (
      <li className="flex flex-wrap items-end gap-3 py-3">
        <ClassForm
          action={renameSection}
          submit={t('save')}
          fields={['section']}
          hidden={hidden}
          draftKey={`section/${sectionId}`}
          onDone={() => setEditing(false)}
          cancel={{ label: site('cancel'), act: () => setEditing(false) }}
          row
        >
          <TextField name="section" label={t('sectionOf', { name })} defaultValue={name} maxLength={classLimits.section} autoComplete="off" autoFocus required />
        </ClassForm>
      </li>
    )
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
      <span className="min-w-0 wrap-anywhere">{name}</span>
      <span className="flex gap-1">
        <Button variant="quiet" size="small" aria-label={t('renameThat', { name })} onClick={() => setEditing(true)}>
          {t('rename')}
        </Button>
        <ClassForm action={removeSection} submit={t('removeSection')} hidden={hidden} look={{ variant: 'quiet', size: 'small', 'aria-label': t('removeThat', { name }) }} />
      </span>
    </li>
  )
}
