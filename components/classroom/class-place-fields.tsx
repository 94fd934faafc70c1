'use client'

import { useTranslations } from 'next-intl'
import { useField } from '@/components/form/form-context'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { classRoles, type ClassRole } from '@/lib/domain/classroom/class-role'

type Props = {
  role: ClassRole
  sectionId: string
  sections: readonly { id: string; name: string }[]
  /** An account that the class keeps stays a student. */
  fixed?: boolean
}

/** What somebody is in a class and, where it has sections, in which. */
export function ClassPlaceFields({ role, sectionId, sections, fixed = false }: Props) {
  const [t, roles] = [useTranslations('classroom.people'), useTranslations('classroom.roles')]
  const [ofRole, ofSection] = [useField('role'), useField('sectionId')]
  return (
    <>
      {fixed ? (
        <input type="hidden" name="role" value={role} />
      ) : (
        <Field label={t('columns.role')} error={ofRole.error}>
          {({ id, describedBy, invalid }) => (
            <Select id={id} name="role" defaultValue={ofRole.typed ?? role} aria-describedby={describedBy} aria-invalid={invalid || undefined}>
              {classRoles.toReversed().map((each) => (
                <option key={each} value={each}>
                  {roles(each)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {sections.length === 0 ? (
        <input type="hidden" name="sectionId" value="" />
      ) : (
        <Field label={t('columns.section')} error={ofSection.error}>
          {({ id, describedBy, invalid }) => (
            <Select id={id} name="sectionId" defaultValue={ofSection.typed ?? sectionId} aria-describedby={describedBy} aria-invalid={invalid || undefined}>
              <option value="">{t('noSection')}</option>
              {sections.map((section) => (
                <option key={section.id} value={section.id}>
                  {section.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </>
  )
}
