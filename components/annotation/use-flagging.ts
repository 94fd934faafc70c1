import { useTranslations } from 'next-intl'
import type { AnnotationContent, ReaderAnnotation } from '@/lib/domain/annotation'
import type { LabelRef } from '@/lib/domain/codebook/codebook'
import { toggled } from './filter'
import { useLabelWords } from './label-words'
import { useReading } from './reading-context'
import { shownAnnotation } from './reading-wish'
import { deedOf, stepTo, type Direction } from './step-history'
import { contentOf } from './writes'

const nothing: AnnotationContent = { labels: [], note: null, evidence: [], confidence: null, sourceName: null }

/** What a signed-in reader can do to annotations: everything is shown at once, can be taken back, and is sent behind it. */
export function useFlagging() {
  const t = useTranslations('reader')
  const words = useLabelWords()
  const { state, dispatch, mine, mayFlag, map, revision, say } = useReading()

  const wish = (annotation: ReaderAnnotation, gone: boolean) => dispatch({ type: 'wished', annotation, revision, gone })
  /** Whether two windows are in conflict over an annotation: its reader chooses first. */
  const mustChoose = (id: string): boolean => {
    if (!state.writes.get(id)?.theirs) return false
    dispatch({ type: 'noticed', notice: { id, reason: 'chooseFirst' } })
    return true
  }
  const names = (labels: readonly LabelRef[]) =>
    labels.length === 0 ? t('unlabelled.name') : labels.map((ref) => words.label(ref).name).join(' · ')

  /** Puts a label on the selected passage, or takes it off again. The last label of an annotation that says more stays. */
  const toggle = (ref: LabelRef): void => {
    const { passage } = state
    if (!passage || !mine || !mayFlag || !map) return
    if (mustChoose(passage.id)) return
    const shown = shownAnnotation(state, passage.id)
    if (!shown) {
      const now = new Date().toISOString()
      const quote = map.index.slice(passage.span)
      const made = { ...nothing, id: passage.id, author: mine, ...passage.span, quote, version: 0, createdAt: now, updatedAt: now }
      wish({ ...made, labels: [ref] }, false)
      say(t('said.flagged', { quote, labels: names([ref]) }))
      return
    }
    const labels = toggled(shown.labels, ref)
    const saysMore = shown.note !== null || shown.evidence.length > 0 || shown.sourceName !== null || passage.form
    if (labels.length === 0 && saysMore) return say(t('said.lastLabel'))
    if (labels.length === 0) return remove(shown)
    // What the server refused of it goes again with the label.
    const refused = state.writes.get(shown.id)
    change(shown, { ...(refused && !refused.want.gone ? refused.want.content : contentOf(shown)), labels })
    say(t('said.labelsNow', { labels: names(labels) }))
  }
  const change = (annotation: ReaderAnnotation, content: AnnotationContent): void =>
    wish({ ...annotation, ...content, updatedAt: new Date().toISOString() }, false)
  const remove = (annotation: ReaderAnnotation): void => {
    if (mustChoose(annotation.id)) return
    wish(annotation, true)
    say(t('said.deleted', { quote: annotation.quote }))
  }
  /** Undoes the last step or makes the last undone one again. */
  const step = (direction: Direction): void => {
    const next = stepTo(state.history, direction)
    if (!next) return
    if (!mayFlag) return dispatch({ type: 'noticed', notice: { id: next.id, reason: 'shut' } })
    dispatch({ type: 'stepped', direction, revision, at: new Date().toISOString() })
    const done = direction === 'undo' ? { id: next.id, before: next.after, after: next.before } : next
    say(t(`said.${direction}`, { deed: t(`deeds.${deedOf(done)}`) }))
  }
  return { toggle, remove, step, names }
}
