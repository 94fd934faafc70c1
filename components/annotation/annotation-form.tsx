'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useImperativeHandle, useState, type KeyboardEvent, type Ref } from 'react'
import { useProblemText } from '@/components/site/problem-text'
import { Button } from '@/components/ui/button'
import { isComposing } from '@/components/ui/composing'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/input'
import { annotationContent, confidences } from '@/lib/domain/annotation'
import { problemsOf, type Problem } from '@/lib/domain/problem'
import type { Span } from '@/lib/domain/text/span'
import { saidOf, type DraftFields } from './drafts'
import { EvidenceFields } from './evidence-fields'
import { NoteEditor } from './note-editor'
import { useReading } from './reading-context'
import { shownAnnotation } from './reading-wish'
import { useTyped } from './use-typed'

type Props = { id: string; span: Span; quote: string; close: () => void; ref: Ref<OpenForm> }
/** What the sheet around the form can ask of it: to save, and to close if that could be done. */
export type OpenForm = { save: () => void }

const saying = annotationContent.omit({ labels: true })

/** What a reader says about a passage besides its labels. It is saved however the form closes; only discarding drops it. */
export function AnnotationForm({ id, span, quote, close, ref }: Props) {
  const t = useTranslations('reader')
  const problemText = useProblemText()
  const { state } = useReading()
  const { begun, draft, tell, forget } = useTyped({ id, span, quote })
  const [fields, setFields] = useState<DraftFields>(begun)
  const [problems, setProblems] = useState<Problem[]>([])

  const keep = (now: DraftFields) => {
    const parsed = saying.safeParse(saidOf(now))
    tell(now, parsed.success ? parsed.data : null)
  }
  const edit = (part: Partial<DraftFields>) => {
    const next = { ...fields, ...part }
    setFields(next)
    setProblems([])
    keep(next)
  }
  const save = () => {
    const parsed = saying.safeParse(saidOf(fields))
    if (draft && !shownAnnotation(state, id)) return setProblems([{ code: 'labelMissing', path: 'labels' }])
    if (!parsed.success) return setProblems(problemsOf(parsed.error))
    close()
  }
  const discard = () => {
    forget()
    close()
  }
  useImperativeHandle(ref, () => ({ save }))
  const keepBegun = useEffectEvent(() => draft && keep(fields))
  // A draft that was left is open again: closing saves it as well.
  useEffect(() => void keepBegun(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.repeat || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    save()
  }
  const problemAt = (path: string) => {
    const found = problems.find((problem) => problem.path === path || problem.path.startsWith(`${path}.`))
    return found ? problemText(found) : null
  }
  return (
    <div role="group" aria-label={t('form.name')} onKeyDown={onKeyDown} className="reader-form">
      <NoteEditor focused note={fields.note} change={(note) => edit({ note })} error={problemAt('note')} />
      <EvidenceFields evidence={fields.evidence} change={(evidence) => edit({ evidence })} problemAt={problemAt} />
      <div className="grid items-start gap-x-6 gap-y-3 sm:grid-cols-2">
        <fieldset>
          <legend className="text-sm font-medium">{t('form.confidence')}</legend>
          <div className="mt-1 flex flex-wrap gap-x-4">
            {([null, ...confidences] as const).map((value) => (
              <label key={value ?? 'none'} className="inline-flex min-h-8 items-center gap-1.5 text-[14px]">
                <input
                  type="radio"
                  name={`confidence-${id}`}
                  checked={fields.confidence === value}
                  onChange={() => edit({ confidence: value })}
                  className="size-4 accent-ink"
                />
                {t(`confidence.${value ?? 'none'}`)}
              </label>
            ))}
          </div>
        </fieldset>
        <Field label={t('form.source')} note={t('form.optional')} error={problemAt('sourceName')}>
          {({ id: input, describedBy, invalid }) => (
            <TextInput
              id={input}
              aria-describedby={describedBy}
              aria-invalid={invalid || undefined}
              value={fields.sourceName}
              onChange={(event) => edit({ sourceName: event.target.value })}
              placeholder={t('form.sourceHint')}
              autoComplete="off"
            />
          )}
        </Field>
      </div>
      {problemAt('labels') && (
        <p role="alert" className="text-sm text-danger">
          {problemAt('labels')}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" size="small" onClick={save}>
          {t('form.save')}
        </Button>
        <Button variant="quiet" size="small" onClick={discard}>
          {t('form.discard')}
        </Button>
        <span className="text-[12.5px] text-soft">{draft ? t('form.kept') : t('form.keys')}</span>
      </div>
    </div>
  )
}
