import { useEffect } from 'react'
import { keepDraft, saidOf, useDrafts } from './drafts'
import type { ReadingState } from './reading-state'
import { shownAnnotation } from './reading-wish'
import { sameContent } from './writes'

/** Takes drafts out of the browser whose words their annotation says by now, or that are on their way to the server as they stand. */
export function useFinishedDrafts(state: ReadingState, layerId: string): void {
  const drafts = useDrafts(layerId)
  useEffect(() => {
    for (const [id, { fields }] of drafts) {
      if (state.typed?.id === id) continue
      const said = saidOf(fields)
      const now = [shownAnnotation(state, id), state.writes.get(id)?.want.content]
      if (now.some((content) => content && sameContent(content, { ...said, labels: content.labels }))) keepDraft(layerId, id, null)
    }
  }, [state, drafts, layerId])
}
