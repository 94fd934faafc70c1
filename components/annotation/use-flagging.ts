import { useTranslations } from 'next-intl'
import type { AnnotationContent, ReaderAnnotation } from '@/lib/domain/annotation'
import type { LabelRef } from '@/lib/domain/codebook/codebook'
import { toggled } from './filter'
import { useLabelWords } from './label-words'
import { useReading } from './reading-context'
import { findAnnotation, type Undo } from './reading-state'
import { contentOf } from './writes'

const nothing: AnnotationContent = { labels: [], note: null, evidence: [], confidence: null, sourceName: null }

/** What a signed-in reader can do to annotations: everything is shown at once, can be taken back, and is sent behind it. */
export function useFlagging() {
  const t = useTranslations('reader')
  const words = useLabelWords()
  const { state, dispatch, mine, mayFlag, map, revision, say } = useReading()

  const wish = (annotation: ReaderAnnotation, gone: boolean, undo: Undo | null) =>
    dispatch({ type: 'wished', annotation, revision, gone, undo })
  const names = (labels: readonly LabelRef[]) =>
    labels.length === 0 ? t('unlabelled.name') : labels.map((ref) => words.label(ref).name).join(' · ')

  /** Puts a label on the selected passage, or takes it off again. The last label of an annotation that says more stays. */
  const toggle = (ref: LabelRef): void => {
    const { passage } = state
    if (!passage || !mine || !mayFlag || !map) return
    const shown = state.standing.get(passage.id) ?? state.detached.get(passage.id)
    if (!shown) {
      const now = new Date().toISOString()
      const quote = map.index.slice(passage.span)
      const made = { ...nothing, id: passage.id, author: mine, ...passage.span, quote, version: 0, createdAt: now, updatedAt: now }
      wish({ ...made, labels: [ref] }, false, { id: made.id, kind: 'created', before: null })
      say(t('said.flagged', { quote, labels: names([ref]) }))
      return
    }
    const labels = toggled(shown.labels, ref)
    const saysMore = shown.note !== null || shown.evidence.length > 0 || shown.sourceName !== null || passage.form
    if (labels.length === 0 && saysMore) return say(t('said.lastLabel'))
    if (labels.length === 0) return remove(shown)
    change(shown, { ...contentOf(shown), labels })
    say(t('said.labelsNow', { labels: names(labels) }))
  }
  const change = (annotation: ReaderAnnotation, content: AnnotationContent): void => {
    const kind = state.undo?.id === annotation.id && state.undo.kind === 'created' ? 'created' : 'changed'
    const before = kind === 'created' ? null : contentOf(annotation)
    wish({ ...annotation, ...content, updatedAt: new Date().toISOString() }, false, { id: annotation.id, kind, before })
  }
  const remove = (annotation: ReaderAnnotation): void => {
    wish(annotation, true, { id: annotation.id, kind: 'deleted', before: contentOf(annotation) })
    say(t('said.deleted', { quote: annotation.quote }))
  }
  const undo = (): void => {
    const last = state.undo
    const annotation = last && findAnnotation(state, last.id)
    if (!annotation) return
    wish({ ...annotation, ...last.before }, last.before === null, null)
    say(t('said.undone'))
  }
  return { toggle, change, remove, undo, names }
}
