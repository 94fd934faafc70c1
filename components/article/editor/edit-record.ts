import type { StepMap } from '@tiptap/pm/transform'
import { stepRanges } from '@/lib/document/step-ranges'
import { recordedEdit } from '@/lib/domain/anchoring/recorded-edit'
import { composed, mostReplaced, type Replaced } from '@/lib/domain/anchoring/replaced'
import type { ArticleDocument } from '@/lib/domain/text/document'

/** What is edited, and how: what a draft and a save send. `replaced` is null where the way from the base is not known. */
export type Edit = { document: unknown; replaced: readonly Replaced[] | null }

type Stretch = { begun: readonly Replaced[] | null; origin: ArticleDocument | null; steps: Replaced[] }

/**
 * What the editor does to a revision's text, step by step, so that a save can say which words were not touched. `begun` is
 * what a draft had done before the editor opened.
 */
export function editRecord(begun: readonly Replaced[] | null) {
  const from = (before: readonly Replaced[] | null): Stretch => ({ begun: before, origin: null, steps: [] })
  let since = from(begun)
  let sent: Stretch | null = null

  return {
    /** Takes down what a change did; `before` reads the document that it changed. */
    note(maps: readonly StepMap[], before: () => ArticleDocument) {
      for (const stretch of sent ? [since, sent] : [since]) {
        stretch.origin ??= before()
        for (const map of maps) stretch.steps = composed(stretch.steps, stepRanges(map))
      }
    },
    /** All that was done since the base revision, in code points of its text. */
    read(now: ArticleDocument): readonly Replaced[] | null {
      const { begun: first, origin, steps } = since
      if (first === null || origin === null) return first
      const all = composed(first, recordedEdit(origin, now, steps))
      return all.length > mostReplaced ? null : all
    },
    /** What stands now is on its way to become the next revision. */
    sent: () => (sent = from([])),
    /** It has become that, and is the base from now on. */
    saved() {
      since = sent ?? since
      sent = null
    },
    /** Another revision is the base now, and nobody recorded the way from there. */
    rebased: () => (since = { ...since, begun: null }),
  }
}
export type EditRecord = ReturnType<typeof editRecord>
