'use client'

import { useTranslations } from 'next-intl'
import { Suspense, useCallback, useMemo, useReducer, useRef, useState, type ReactNode } from 'react'
import { mapText, type TextMap } from '@/components/article/text-map'
import { narrowed } from '@/lib/domain/codebook/narrowed'
import { findCodebook } from '@/lib/domain/codebook/registry'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import type { LayerReading } from '@/lib/server/layer-reading'
import { Arrival } from './arrival'
import { ArrivalBoundary } from './arrival-boundary'
import { isInSight, isOpen } from './filter'
import { FlaggedText } from './flagged-text'
import { Help } from './help'
import { Legend } from './legend'
import { Margin } from './margin'
import { Minimap } from './minimap'
import { Palette } from './palette'
import { PlaceContext, ReadingContext, type Reading, type ReadingPlace, type ReadingTask } from './reading-context'
import { inReadingOrder, parted } from './reading-order'
import { emptyReading, readingState } from './reading-state'
import { SkipLinks } from './skip-links'
import { Toast } from './toast'
import { useFinishedDrafts } from './use-finished-drafts'
import { useLive } from './use-live'
import { useOutbox } from './use-outbox'

type Props = {
  slug: string
  language: string
  revision: number
  layer: { id: string; codebookSlug: string; codebookVersion: number }
  mine: ReaderAnnotation['author'] | null
  /** Reads with an account that a class keeps: it flags in exercises only. */
  managed?: boolean
  task?: ReadingTask | null
  annotations: Promise<LayerReading | null>
  /** The title and what belongs to it. */
  head: ReactNode
  /** What stands behind the text's end. */
  end?: ReactNode
  /** The article's own HTML, from the server. */
  children: ReactNode
}

/** An article with its margins: the text comes from the server and is never drawn again; everything around it lives here. */
export function Reader({ slug, language, revision, layer, mine, managed = false, task = null, annotations, head, end, children }: Props) {
  const [state, dispatch] = useReducer(readingState, emptyReading)
  const t = useTranslations('reader')
  const [help, setHelp] = useState(false)
  const [map, setMap] = useState<TextMap | null>(null)
  const voice = useRef<HTMLParagraphElement>(null)
  useOutbox(state, dispatch, layer.id, mine?.id ?? null)
  useFinishedDrafts(state, layer.id)
  const live = useLive(state, dispatch, layer.id, revision, mine?.id ?? null)

  const codebook = findCodebook(layer.codebookSlug, layer.codebookVersion)
  if (!codebook) throw new Error(`No codebook ${layer.codebookSlug} ${layer.codebookVersion}`)
  const standing = useMemo(() => [...state.standing.values()].sort(inReadingOrder), [state.standing])
  const { inSight, aboutWhole } = useMemo(() => {
    const shown = isOpen(state.filter) ? standing : standing.filter((annotation) => isInSight(annotation, state.filter))
    const [whole, passages] = parted(shown)
    return { inSight: passages, aboutWhole: whole }
  }, [standing, state.filter])
  // Written straight into the page: nothing else needs drawing for it. The same words twice must be heard twice.
  const say = useCallback((words: string) => {
    if (voice.current) voice.current.textContent = voice.current.textContent === words ? `${words}\u00a0` : words
  }, [])
  const { id: myId, name: myName } = mine ?? {}
  const place: ReadingPlace = useMemo(
    () => ({
      slug, language, revision, codebook, dispatch, map, say, task,
      offered: narrowed(codebook, task?.labels ?? []),
      mayFlag: myId !== undefined && (task ? task.shut === null : !managed),
      mine: myId !== undefined && myName !== undefined ? { id: myId, name: myName } : null,
      layerId: layer.id,
      openHelp: () => setHelp(true),
    }),
    [slug, language, revision, codebook, map, say, layer.id, myId, myName, managed, task],
  )
  const reading: Reading = { ...place, state, standing, inSight, aboutWhole, live }
  const attach = useCallback((element: HTMLElement | null) => setMap(element && mapText(element)), [])

  return (
    <PlaceContext value={place}>
      <ReadingContext value={reading}>
        <main id="content" tabIndex={-1} className="reader" data-passage={state.passage ? '' : undefined}>
          <SkipLinks />
          <div className="reader-column">
            {head}
            <Legend />
            <FlaggedText attach={attach}>{children}</FlaggedText>
            {end}
            <Palette />
          </div>
          <Minimap />
          <Margin />
          <span id="after-flags" tabIndex={-1} />
          <Toast />
          <ArrivalBoundary message={t('margin.failed')} retry={t('unsent.retry')}>
            <Suspense fallback={null}>{map && <Arrival annotations={annotations} />}</Suspense>
          </ArrivalBoundary>
          <Help open={help} close={() => setHelp(false)} />
          <p ref={voice} role="status" className="sr-only" />
        </main>
      </ReadingContext>
    </PlaceContext>
  )
}
