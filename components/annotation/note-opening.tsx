import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { continuedNote } from './continued-note'
import { saidOf } from './drafts'
import type { Passage } from './reading-state'
import { useTyped } from './use-typed'

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
  const { begun, tell } = useTyped({ id, span, quote })
  const name = useId()
  const type = (words: string) => {
    const fields = { ...begun, note: continuedNote(begun.note, words) }
    tell(fields, saidOf(fields))
  }
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
        onChange={(event) => type(event.target.value)}
        className="reader-note rounded-md border border-line bg-sheet"
      />
    </div>
  )
}
