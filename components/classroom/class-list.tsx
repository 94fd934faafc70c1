import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ClassEntry } from '@/lib/server/classes'

/** The classes that somebody is in, one a line. */
export function ClassList({ classes }: { classes: readonly ClassEntry[] }) {
  const [t, roles] = [useTranslations('classroom.list'), useTranslations('classroom.roles')]
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {classes.map(({ id, name, role, archived, students, assignments }) => (
        <li key={id} className="py-4">
          <h2 className="text-[19px] leading-snug font-semibold wrap-anywhere">
            <Link href={`/classes/${id}`} className={`no-underline hover:underline ${archived ? 'text-soft' : ''}`}>
              {name}
            </Link>
          </h2>
          <p className="mt-0.5 text-[13.5px] text-soft">
            <span className="text-ink">{roles(role)}</span>
            {role !== 'student' && ` · ${t('students', { count: students })} · ${t('assignments', { count: assignments })}`}
            {archived && ` · ${t('archived')}`}
          </p>
        </li>
      ))}
    </ul>
  )
}
