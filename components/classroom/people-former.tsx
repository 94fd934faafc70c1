'use client'

import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page'
import type { FormerStudent } from '@/lib/server/student-erasure'
import { StudentErasure } from './student-erasure'

/** Those who were taken out while their account and work stayed, each with the way to erase them. */
export function PeopleFormer({ classId, people }: { classId: string; people: readonly FormerStudent[] }) {
  const t = useTranslations('classroom.people')
  return (
    <Section title={t('former')} note={t('formerNote')}>
      <ul className="divide-y divide-rule border-y border-rule">
        {people.map(({ id, name, flags }) => (
          <li key={id} className="py-2.5">
            <details>
              <summary className="min-h-6 wrap-anywhere">
                {name} <span className="text-[13.5px] text-soft">{t('formerFlags', { count: flags })}</span>
              </summary>
              <div className="mt-3">
                <StudentErasure classId={classId} userId={id} name={name} label={t('eraseNow', { name })} />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  )
}
