'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useId, type ReactNode } from 'react'
import { useLabelWords } from '@/components/annotation/label-words'
import { useReading } from '@/components/annotation/reading-context'
import { handIn, takeBack } from '@/lib/actions/assignments'
import { progressOf, type Progress } from '@/lib/domain/classroom/requirement'
import type { AssignmentView, OwnPart } from '@/lib/server/assignment-view'
import { AssignmentAsk } from './assignment-ask'
import { ClassMoment } from './class-moment'
import { UnsavedWords } from './unsaved-words'

type Props = { assignment: Pick<AssignmentView, 'id' | 'requirement' | 'gate' | 'gateFlags'>; zone: string; own: OwnPart; archived: boolean; instructions: ReactNode }

/** A bar that stays in sight: how far the student is against what is asked for, as they flag, what it was, and the button to hand in. */
export function AssignmentProgress({ assignment, zone, own, archived, instructions }: Props) {
  const [t, format] = [useTranslations('assignment'), useFormatter()]
  const { state, standing, mine, dispatch } = useReading()
  const words = useLabelWords()
  const missingId = useId()
  const flags = standing.filter(({ author }) => author.id === mine?.id)
  const progress = state.loaded ? progressOf(assignment.requirement, flags) : own.progress
  const unsaved = [...state.writes.values()].filter((write) => write.state !== 'refused').length
  const missing = progress.filter(({ met }) => !met)
  const hidden = { assignmentId: assignment.id }
  const handedIn = own.work.submitted
  const staysWord = own.seen ? 'work.seen' : assignment.gate === 'own-submission' ? 'work.sightNext' : 'work.canTakeBack'
  const count = ({ of, wanted, done }: Progress) =>
    of === null ? t('work.missingFlags', { count: wanted - done }) : t('work.missingIn', { name: words.dimension(of).name, count: wanted - done })
  return (
    <div className={`sticky top-[52px] z-10 -mx-1 border-y border-rule bg-paper px-1 py-2 print:static [@media(max-height:480px)]:static ${handedIn === null ? '' : 'max-sm:static'}`}>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1.5 text-[13.5px]">
        <ul aria-label={t('progress.name')} className={`flex flex-1 flex-wrap gap-x-5 gap-y-1 ${handedIn === null ? '' : 'max-sm:basis-full'}`}>
          {progress.length === 0 && <li className="text-soft">{state.loaded && t('progress.free', { flags: flags.length })}</li>}
          {progress.map((line) => (
            <li key={line.of ?? 'all'} className={`whitespace-nowrap ${line.met ? '' : 'text-soft'}`}>
              <span aria-hidden="true">{line.met ? '✓ ' : '○ '}</span>
              {line.of === null ? t('progress.all') : words.dimension(line.of).name}{' '}
              <span className="tabular-nums">{t('progress.of', { done: line.done, wanted: line.wanted })}</span>
              {line.met && <span className="sr-only"> {t('progress.met')}</span>}
            </li>
          ))}
        </ul>
        {handedIn !== null && (
          <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
            <span>
              <span aria-hidden="true">● </span>
              {t.rich(own.state === 'late' ? 'work.handedInLate' : 'work.handedIn', { when: () => <ClassMoment at={handedIn} zone={zone} /> })}
            </span>
            {own.kept === null && !archived && (
              <AssignmentAsk key="back" action={takeBack} hidden={hidden} label={t('work.takeBack')} title={t('work.takeBackTitle')} small>
                <p>{t('work.takeBackText')}</p>
              </AssignmentAsk>
            )}
          </span>
        )}
        {own.shut === null && !archived && (
          <AssignmentAsk
            key="in"
            action={handIn}
            hidden={hidden}
            label={t('work.handIn')}
            title={t('work.handInTitle')}
            primary
            small
            disabled={missing.length > 0 || !state.loaded}
            describedBy={missingId}
            waiting={unsaved > 0 ? t('progress.unsaved', { count: unsaved }) : null}
            // A note that is still open is saved first.
            onAsk={() => dispatch({ type: 'selected', passage: null })}
          >
            <p>{t('work.handInText', { flags: flags.length })}</p>
            <UnsavedWords />
            <p className="text-soft">{own.overdue ? `${t('work.late')} ${t('work.noTakeBack')}` : t(staysWord)}</p>
          </AssignmentAsk>
        )}
      </div>
      {instructions && own.shut === null && (
        <details className="text-[13.5px]">
          <summary className="min-h-6 w-fit text-soft">{t('progress.again')}</summary>
          <div tabIndex={0} role="region" aria-label={t('progress.again')} className="max-h-[38vh] max-w-[42em] overflow-y-auto py-1.5 text-[15px] leading-relaxed">
            {instructions}
          </div>
        </details>
      )}
      {own.shut === null && !archived && (
        // It keeps its room while there is nothing to say: the text below must not move under somebody who selects.
        <p id={missingId} className="min-h-5 text-[13px] leading-5 text-soft">
          {missing.length > 0 && state.loaded && <span className="sr-only">{t('work.missing', { list: format.list(missing.map(count)) })}</span>}
          {unsaved > 0 && missing.length === 0 && t('progress.unsaved', { count: unsaved })}
          {own.overdue && <span> {t('work.lateNow')}</span>}
        </p>
      )}
    </div>
  )
}
