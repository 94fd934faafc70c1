'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { openBeginning, type Beginning } from '@/components/kept/beginning'
import { pageOwner } from '@/components/kept/owner'
import { useKeptBeginning } from '@/components/kept/use-kept-beginning'
import { Button } from '@/components/ui/button'
import { addRoster, planRoster } from '@/lib/actions/class-people'
import type { AddedList } from '@/lib/server/class-list'
import type { RosterPlan } from '@/lib/server/class-people'
import { PeopleImported } from './people-imported'
import { PeopleImportProblems } from './people-import-problems'
import { PeoplePlan } from './people-plan'
import { PeopleSource } from './people-source'
import { useSteps } from './use-steps'

type Props = { of: { id: string; name: string }; signInAddress: string; mail: boolean }
type Step = { plan: RosterPlan } | { added: AddedList }

/** Adds a class list: looked through first, then all of it or nothing, then the sheet of codes. What was pasted is kept until it is added. */
export function PeopleImport(props: Props) {
  const { key, restored, kept } = useKeptBeginning(() => openBeginning('form', `roster/${props.of.id}`, (value) => (typeof value === 'string' ? value : null)))
  return <Steps key={key} {...props} begun={restored ?? ''} kept={kept} />
}

function Steps({ of, signInAddress, mail, begun, kept }: Props & { begun: string; kept: Beginning<string> }) {
  const t = useTranslations('classroom.roster')
  const [text, setText] = useState(begun)
  const change = (list: string) => {
    setText(list)
    if (list === '') kept.forget()
    else kept.keep(list)
  }
  const { step, pending, news, ask, leave } = useSteps<Step>()
  const sent = { classId: of.id, text }
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
          onEdit={leave}
          onAdd={() => ask(() => addRoster({ ...sent, reader: pageOwner() }), (added) => (kept.forget(), { added }))}
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
      <PeopleSource text={text} change={change} />
      <div>
        <Button variant="primary" aria-busy={pending} onClick={() => !pending && ask(() => planRoster({ ...sent, reader: pageOwner() }), (plan) => ({ plan }))}>
          {t('check')}
        </Button>
      </div>
    </div>
  )
}
