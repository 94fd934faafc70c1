import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { continuedNote } from './continued-note'
import { fieldsOf, keepDraft, useDrafts } from './drafts'
import { useReading } from './reading-context'
import type { Passage } from './reading-state'

type Props = {
  passage: Passage
  quote: string
  /** Whether an input method is composing here: the form waits for its end. */
  composing: (now: boolean) => void
}

/**
 * The note's field while its form is still on its way over the network: it has the cursor at once, so that no key goes
 * astray, and keeps what is typed as the draft that the form opens with. Where the form never comes, it is the form.
 */
export function NoteOpening({ passage: { id, span }, quote, composing }: Props) {
  const t = useTranslations('reader')
  const { state, layerId } = useReading()
  const drafts = useDrafts(layerId)
  const [start] = useState(() => drafts.get(id)?.fields ?? fieldsOf(state.standing.get(id) ?? state.detached.get(id) ?? null))
  const name = useId()
  return (
    <div className="reader-form">
      <label htmlFor={name} className="text-sm font-medium">
        {t('form.note')}
      </label>
      <textarea
        id={name}
        autoFocus
        onCompositionStart={() => composing(true)}
        onCompositionEnd={() => composing(false)}
        onChange={(event) => keepDraft(layerId, id, { span, quote, fields: { ...start, note: continuedNote(start.note, event.target.value) } })}
        className="reader-note rounded-md border border-line bg-sheet"
      />
    </div>
  )
}
