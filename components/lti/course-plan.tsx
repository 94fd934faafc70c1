'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { CoursePlan, ListedCourse } from '@/lib/server/lti/memberships'

type Props = { course: ListedCourse; plan: CoursePlan; pending: boolean; onLeave: () => void; onTake: (leavers: 'keep' | 'remove') => void }

/** Who comes, who is here and who left the course, before anything is done. */
export function CoursePlanTable({ course, plan: { people, left }, pending, onLeave, onTake }: Props) {
  const [t, roles] = [useTranslations('platforms.list'), useTranslations('classroom.roles')]
  const [removes, setRemoves] = useState(false)
  const coming = people.filter(({ fate }) => fate === 'comes').length
  const something = coming > 0 || people.some(({ fate }) => fate === 'changes') || removes
  const cell = 'py-2 pr-5 align-baseline'
  return (
    <>
      <h4 className="font-semibold wrap-anywhere">{t('plan', { course: course.title, count: coming })}</h4>
      {people.length > 0 && (
        <div className="relative scroll-hint overflow-x-auto" tabIndex={0} role="region" aria-label={t('caption')}>
          <table className="w-full text-[15px]">
            <caption className="sr-only">{t('caption')}</caption>
            <thead className="text-left text-[13px] text-soft">
              <tr className="border-b border-rule">
                {(['name', 'role', 'fate'] as const).map((column) => (
                  <th key={column} scope="col" className={`${cell} font-normal`}>
                    {t(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {people.map(({ subject, name, role, fate }) => (
                <tr key={subject} className="border-b border-rule">
                  <th scope="row" className={`${cell} text-left font-medium wrap-anywhere`}>
                    {name ?? <span className="font-normal text-soft">{t('nameless')}</span>}
                  </th>
                  <td className={cell}>{roles(role)}</td>
                  <td className={`${cell} ${fate === 'here' || fate === 'by-themselves' ? 'text-soft' : ''}`}>{t(`fates.${fate}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {left.length > 0 && (
        <div className="grid gap-1.5 border-l-[3px] border-line pl-4">
          <p className="font-medium">{t('left', { count: left.length })}</p>
          <p className="text-[14px] text-soft wrap-anywhere">{left.map(({ name }) => name).join(t('and'))}</p>
          <p className="text-[13.5px] text-soft">{t('leftNote')}</p>
          <label className="flex min-h-8 cursor-pointer items-center gap-2.5 text-[15px]">
            <input type="checkbox" checked={removes} onChange={(event) => setRemoves(event.target.checked)} className="size-4 accent-accent" />
            {t('remove')}
          </label>
        </div>
      )}
      {!something && <p className="text-soft">{t('nothing')}</p>}
      <div className="flex flex-wrap gap-3">
        {something && (
          <Button variant="primary" aria-busy={pending} onClick={() => !pending && onTake(removes ? 'remove' : 'keep')}>
            {t('submit')}
          </Button>
        )}
        <Button variant="quiet" onClick={onLeave}>
          {t('cancel')}
        </Button>
      </div>
    </>
  )
}
