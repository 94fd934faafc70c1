'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, useTransition, type FormEvent } from 'react'
import { useLabelWords } from '@/components/annotation/label-words'
import { NoteEditor } from '@/components/annotation/note-editor'
import { answerTo } from '@/components/form/attempt'
import { ProblemNotice } from '@/components/form/problem-notice'
import { RestoredNotice } from '@/components/form/restored-notice'
import { pageOwner } from '@/components/kept/owner'
import type { Beginning } from '@/components/kept/beginning'
import { useKeptBeginning } from '@/components/kept/use-kept-beginning'
import { useProblemText } from '@/components/site/problem-text'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/page'
import { changeAssignment, setAssignment } from '@/lib/actions/assignments'
import type { AssignmentForm as Filled } from '@/lib/domain/classroom/assignment'
import type { LaunchWaiting } from '@/lib/domain/classroom/assignment-forms'
import { classLimits } from '@/lib/domain/classroom/class'
import { dimensions } from '@/lib/domain/codebook/codebook'
import { findCodebook } from '@/lib/domain/codebook/registry'
import { accept, type Problem, type Result } from '@/lib/domain/problem'
import { chosenPreset, formOf, presetOf, presets, type Draft } from './assignment-draft'
import { AssignmentField } from './assignment-field'
import { AssignmentGate } from './assignment-gate'
import { AssignmentLabels } from './assignment-labels'
import { AssignmentRubric } from './assignment-rubric'
import { openKeptAssignment, type KeptAssignment } from './kept-assignment'

type Props = {
  /** Where it is sent: a new one of a class on an article, or one that is there. */
  to: { classId: string; slug: string; launch?: LaunchWaiting } | { assignmentId: string }
  begin: Draft
  zone: string
  codebook: { slug: string; version: number }
}

/** An assignment to fill in. What was typed stays whatever becomes of sending it, over reloads too, and what is wrong stands at its field. */
export function AssignmentForm(props: Props) {
  const { to } = props
  const name = 'slug' in to ? `new-assignment/${to.classId}/${to.slug}` : `assignment/${to.assignmentId}`
  const { key, restored, kept, startOver } = useKeptBeginning(() => openKeptAssignment(name))
  return <Form key={key} {...props} restored={restored} kept={kept} startOver={startOver} />
}

type Kept = { restored: KeptAssignment | null; kept: Beginning<KeptAssignment>; startOver: () => void }

function Form({ to, begin, zone, codebook: { slug, version }, restored, kept, startOver }: Props & Kept) {
  const t = useTranslations('assignment.form')
  const words = useLabelWords()
  const problemText = useProblemText()
  const router = useRouter()
  const [start] = useState(restored?.now ?? begin)
  const [draft, setDraft] = useState(start)
  const [known] = useState(restored?.begin ?? begin)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [sending, startSending] = useTransition()
  const form = useRef<HTMLFormElement>(null)
  /** The fields of which the person knows that somebody else changed them meanwhile. */
  const told = useRef(new Set<string>())
  const codebook = findCodebook(slug, version)
  const isNew = 'slug' in to
  const chosen = chosenPreset(draft)

  useEffect(() => {
    if (draft !== start) kept.keep({ now: draft, begin: known } satisfies KeptAssignment)
  }, [draft, start, kept, known])
  useEffect(() => {
    if (problems.length > 0) (form.current?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? form.current?.querySelector<HTMLElement>('[data-problem]'))?.focus()
  }, [problems])
  const edit = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const errorAt = (path: string) => {
    const problem = problems.find((each) => each.path === path)
    return problem ? problemText(problem) : null
  }
  const field = (name: 'title' | 'opens' | 'due' | 'lateUntil' | 'gradesAt' | 'groupSize' | 'points') => ({
    value: draft[name], error: errorAt(name), change: (value: string) => edit({ [name]: value }), autoComplete: 'off',
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (sending) return
    startSending(async () => {
      const answer = await answerTo(() => write(to, formOf(draft), { before: formOf(known), told: [...told.current] }))
      setProblems(answer.ok ? [] : answer.problems)
      if (!answer.ok) return answer.problems.forEach(({ code, path }) => (code === 'detailChanged' || code === 'conflict') && told.current.add(path))
      kept.forget()
      router.push(answer.value.path)
    })
  }
  const count = { inputMode: 'numeric', autoComplete: 'off' } as const
  const moment = { type: 'datetime-local' } as const
  const atFields = /^(title|opens|due|lateUntil|gradesAt|groupSize|points|gateFlags|instructions|requirement\..*|rubric\..*)$/
  const general = problems.filter(({ path }) => !atFields.test(path))
  return (
    <form ref={form} onSubmit={send} noValidate className="[&_section:first-of-type]:mt-6">
      {restored && (
        <div className="mb-5">
          <RestoredNotice shown={{ index: 0, of: 1 }} showNext={startOver} discard={startOver} />
        </div>
      )}
      {isNew && (
        <fieldset>
          <legend className="text-sm font-medium">{t('preset')}</legend>
          <div className="mt-2 grid gap-2 sm:grid-cols-3">
            {presets.map((preset) => (
              <button
                key={preset}
                type="button"
                onClick={() => edit(presetOf(preset, Date.now(), zone))}
                aria-pressed={preset === chosen}
                className="grid content-start rounded-md border border-line bg-sheet px-3 py-2 text-left hover:bg-paper aria-pressed:border-ink aria-pressed:ring-1 aria-pressed:ring-ink"
              >
                <span className="text-[15px] font-medium">
                  {t(`presets.${preset}.name`)}
                  {preset === chosen && <span aria-hidden="true"> ✓</span>}
                </span>
                <span className="text-[13px] text-soft">{t(`presets.${preset}.text`)}</span>
              </button>
            ))}
          </div>
        </fieldset>
      )}
      <Section title={t('what')}>
        <div className="grid gap-5">
          <AssignmentField label={t('title')} maxLength={classLimits.name} {...field('title')} />
          <NoteEditor label={t('instructions')} note={draft.instructions} change={(instructions) => edit({ instructions })} error={errorAt('instructions')} />
          {codebook && <AssignmentLabels codebook={codebook} chosen={draft.labels} change={(labels) => edit({ labels })} />}
        </div>
      </Section>
      <Section title={t('asked')} note={t('askedHint')}>
        <div className="grid grid-cols-2 items-end gap-4 sm:grid-cols-4">
          <AssignmentField label={t('flags')} {...count} value={draft.flags} change={(flags) => edit({ flags })} error={errorAt('requirement.flags')} />
          {dimensions.map((dimension) => (
            <AssignmentField
              key={dimension} label={words.dimension(dimension).name} {...count} value={draft[dimension]}
              change={(value) => edit({ [dimension]: value })} error={errorAt(`requirement.dimensions.${dimension}`)}
            />
          ))}
        </div>
      </Section>
      <Section title={t('when')} note={t('zone', { zone: zone.replaceAll('_', ' ') })}>
        <div className="grid items-start gap-4 sm:grid-cols-3">
          <AssignmentField label={t('opens')} hint={t('opensHint')} {...moment} {...field('opens')} />
          <AssignmentField label={t('due')} hint={t('dueHint')} {...moment} {...field('due')} />
          <AssignmentField label={t('lateUntil')} hint={t('lateHint')} {...moment} {...field('lateUntil')} />
        </div>
      </Section>
      <Section title={t('gate')}>
        <div className="grid gap-5">
          <AssignmentGate gate={draft.gate} flags={draft.gateFlags} change={edit} error={errorAt('gateFlags')} />
          <label className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-3">
            <input type="checkbox" checked={draft.pseudonyms} onChange={(event) => edit({ pseudonyms: event.target.checked })} className="size-4 translate-y-0.5 accent-ink" />
            <span>
              <span className="text-[15px]">{t('pseudonyms')}</span> <span className="block text-[13.5px] text-soft">{t('pseudonymsHint')}</span>
            </span>
          </label>
        </div>
      </Section>
      <Section title={t('more')}>
        <div className="grid gap-6">
          <div className="grid items-start gap-4 sm:grid-cols-3">
            <AssignmentField label={t('group')} hint={t('groupHint')} {...count} {...field('groupSize')} />
            <AssignmentField label={t('points')} {...count} {...field('points')} />
            <AssignmentField label={t('grades')} hint={t('gradesHint')} {...moment} {...field('gradesAt')} />
          </div>
          <AssignmentRubric lines={draft.rubric} change={(rubric) => edit({ rubric })} errorAt={errorAt} />
        </div>
      </Section>
      <div className="mt-8 grid justify-items-start gap-3 border-t border-rule pt-6">
        {general[0] ? (
          <ProblemNotice problem={general[0]} />
        ) : (
          problems.length > 0 && <Notice tone="error">{t('wrong')}</Notice>
        )}
        <Button type="submit" variant="primary" aria-busy={sending}>
          {sending ? t('wait') : t(isNew ? 'submit' : 'save')}
        </Button>
      </div>
    </form>
  )
}

async function write(to: Props['to'], form: Filled, since: { before: Filled; told: string[] }): Promise<Result<{ path: string }>> {
  const reader = pageOwner()
  if ('slug' in to) return setAssignment({ ...to, reader, form })
  const changed = await changeAssignment({ ...to, ...since, reader, form })
  return changed.ok ? accept({ path: `/assignments/${to.assignmentId}` }) : changed
}
