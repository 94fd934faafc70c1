'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { addRoster, planRoster } from '@/lib/actions/class-people'
import { refuse, type Problem, type Result } from '@/lib/domain/problem'
import type { AddedList } from '@/lib/server/class-list'
import type { RosterPlan } from '@/lib/server/class-people'
import { PeopleImported } from './people-imported'
import { PeopleImportProblems } from './people-import-problems'
import { PeoplePlan } from './people-plan'
import { PeopleSource } from './people-source'

type Props = { of: { id: string; name: string }; signInAddress: string; mail: boolean }
type Step = { problems: Problem[] } | { plan: RosterPlan } | { added: AddedList } | null

/** Adds a class list: looked through first, then all of it or nothing, then the sheet of codes. */
export function PeopleImport({ of, signInAddress, mail }: Props) {
  const t = useTranslations('classroom.roster')
  const [text, setText] = useState('')
  const [step, setStep] = useState<Step>(null)
  const [pending, start] = useTransition()
  const news = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (step) news.current?.focus()
  }, [step])

  const ask = <T,>(action: (sent: unknown) => Promise<Result<T>>, then: (value: T) => Step) =>
    start(async () => {
      // Only a connection that broke throws here: actions answer with what was wrong.
      const answer = await action({ classId: of.id, text }).catch(() => refuse('unavailable'))
      setStep(answer.ok ? then(answer.value) : { problems: answer.problems })
    })
  const panel = 'grid gap-6 outline-none'
  if (step && 'added' in step)
    return (
      <div ref={news} tabIndex={-1} className={panel}>
        <PeopleImported of={of} added={step.added} signInAddress={signInAddress} />
      </div>
    )
  if (step && 'plan' in step)
    return (
      <div ref={news} tabIndex={-1} className={panel}>
        <PeoplePlan
          plan={step.plan}
          mail={mail}
          pending={pending}
          onEdit={() => setStep(null)}
          onAdd={() => ask(addRoster, (added) => ({ added }))}
        />
      </div>
    )
  return (
    <div className="grid max-w-[680px] gap-6">
      {step && (
        <div ref={news} tabIndex={-1} className="outline-none">
          <PeopleImportProblems problems={step.problems} />
        </div>
      )}
      <PeopleSource text={text} change={setText} />
      <div>
        <Button variant="primary" aria-busy={pending} onClick={() => !pending && ask(planRoster, (plan) => ({ plan }))}>
          {t('check')}
        </Button>
      </div>
    </div>
  )
}
