'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, useTransition } from 'react'
import { answerTo } from '@/components/form/attempt'
import { pageOwner } from '@/components/kept/owner'
import { useProblemText } from '@/components/site/problem-text'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { resetSignInCodes } from '@/lib/actions/class-people'
import type { Problem } from '@/lib/domain/problem'
import type { FreshCode } from '@/lib/server/class-code-reset'
import { PeopleSheet } from './people-sheet'

type Student = { id: string; name: string; section: string | null }
type Props = { of: { id: string; name: string }; students: readonly Student[]; signInAddress: string }

/** New sign-in codes for a section, or for whoever is ticked; then their sheet, which is shown this once. */
export function PeopleCodes({ of, students, signInAddress }: Props) {
  const [t, problemText] = [useTranslations('classroom.codes'), useProblemText()]
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const [done, setDone] = useState<{ codes: FreshCode[] } | { problem: Problem } | null>(null)
  const [pending, start] = useTransition()
  const news = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (done) news.current?.focus()
  }, [done])
  const make = () =>
    start(async () => {
      const answer = await answerTo(() => resetSignInCodes({ reader: pageOwner(), classId: of.id, userIds: [...chosen] }))
      setDone(answer.ok ? answer.value : { problem: answer.problems[0]! })
    })
  if (done && 'codes' in done)
    return (
      <div ref={news} tabIndex={-1} className="outline-none">
        <PeopleSheet className={of.name} codes={done.codes} signInAddress={signInAddress} leave={`/classes/${of.id}/people`} />
      </div>
    )
  const sections = [...new Set(students.flatMap(({ section }) => section ?? []))].sort()
  const groups = [{ name: t('all'), of: students }, ...sections.map((name) => ({ name, of: students.filter(({ section }) => section === name) }))]
  const toggle = (id: string) => choose(new Set(chosen.has(id) ? [...chosen].filter((each) => each !== id) : [...chosen, id]))
  return (
    <div className="grid max-w-[680px] gap-5">
      {done && (
        <div ref={news} tabIndex={-1} className="outline-none">
          <Notice tone="error">{problemText(done.problem)}</Notice>
        </div>
      )}
      <div role="group" aria-label={t('choose')} className="flex flex-wrap items-center gap-2">
        <span className="text-[14px] text-soft">{t('choose')}</span>
        {groups.map((group) => (
          <Button key={group.name} size="small" onClick={() => choose(new Set(group.of.map(({ id }) => id)))}>
            {group.name}
          </Button>
        ))}
        <Button size="small" variant="quiet" onClick={() => choose(new Set())}>
          {t('none')}
        </Button>
      </div>
      <ul aria-label={t('students')} className="grid border-y border-rule py-2 sm:grid-cols-2">
        {students.map(({ id, name, section }) => (
          <li key={id}>
            <label className="flex min-h-9 items-center gap-2.5 text-[15px]">
              <input type="checkbox" className="size-4" checked={chosen.has(id)} onChange={() => toggle(id)} />
              <span className="wrap-anywhere">
                {name}
                {section && <span className="text-soft"> · {section}</span>}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p className="text-[14px] text-soft">{t('note')}</p>
      <div>
        <Button variant="primary" disabled={chosen.size === 0} aria-busy={pending} onClick={() => !pending && make()}>
          {t('make', { count: chosen.size })}
        </Button>
      </div>
    </div>
  )
}
