import { useState } from 'react'
import type { Span } from '@/lib/domain/text/span'
import { fieldsOf, keepDraft, saidOf, useDrafts, type DraftFields } from './drafts'
import { useReading } from './reading-context'
import type { Said } from './reading-form'
import { shownAnnotation } from './reading-wish'

type Place = { id: string; span: Span; quote: string }

/**
 * The fields of a form about a passage, as they were left or as its annotation says them. `tell` keeps every change as a
 * draft in this browser, so that neither a reload nor a lost connection loses a word, and says what of it can be saved
 * (`said`, null: nothing) when the form closes.
 */
export function useTyped({ id, span, quote }: Place) {
  const { state, layerId, revision, dispatch } = useReading()
  const draft = useDrafts(layerId).get(id)
  const [begun] = useState(() => {
    const shown = shownAnnotation(state, id)
    // What the server refused is still what its reader wants to say.
    const write = state.writes.get(id)
    const now = shown ? fieldsOf(write && !write.want.gone && !write.theirs ? write.want.content : shown) : null
    return { fields: draft?.fields ?? now ?? fieldsOf(null), base: draft ? draft.base : shown ? fieldsOf(shown) : null }
  })
  const tell = (fields: DraftFields, said: Said | null) => {
    keepDraft(layerId, id, { span, quote, fields, base: begun.base })
    dispatch({ type: 'typed', typed: { id, said, base: begun.base && saidOf(begun.base), revision, at: new Date().toISOString() } })
  }
  const forget = () => {
    keepDraft(layerId, id, null)
    dispatch({ type: 'typed', typed: null })
  }
  return { begun: begun.fields, draft, tell, forget }
}
