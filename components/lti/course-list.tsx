'use client'

import { useTranslations } from 'next-intl'
import { AssignmentAsk } from '@/components/classroom/assignment-ask'
import { Section } from '@/components/ui/page'
import { disconnectCourse } from '@/lib/actions/lti'
import type { ClassCourse } from '@/lib/server/lti/class-courses'

/** The courses of platforms that a class is, in its settings; nothing where it is none. */
export function CourseList({ classId, courses }: { classId: string; courses: readonly ClassCourse[] }) {
  const t = useTranslations('lti.courses')
  if (courses.length === 0) return null
  return (
    <Section title={t('title')} note={t('note')}>
      <ul className="divide-y divide-rule border-y border-rule">
        {courses.map(({ id, title, platform, links }) => (
          <li key={id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3">
            <div className="min-w-0">
              <p className="font-medium wrap-anywhere">{title}</p>
              <p className="text-[13.5px] text-soft">{t('of', { platform, links })}</p>
            </div>
            <AssignmentAsk action={disconnectCourse} hidden={{ classId, courseId: id }} label={t('part')} title={t('partThat', { title })} small>
              <p>{t('partText')}</p>
            </AssignmentAsk>
          </li>
        ))}
      </ul>
    </Section>
  )
}
