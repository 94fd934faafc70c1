import { useEffect, useEffectEvent } from 'react'
import { scrollToSpan } from '@/components/article/place-on-screen'
import { keptOnTheWay } from '@/components/kept/owner'
import type { Span } from '@/lib/domain/text/span'
import { findHolder } from '@/lib/actions/layers'
import { useReading } from './reading-context'
import type { Passage } from './reading-state'

/** What an address points at: `#a=<annotation>` or `#t=<start>-<end>`, in code points. */
export type Pointed = { annotation: string } | { span: Span } | null

function pointedAt(hash: string): Pointed {
  const annotation = /^#a=([0-9a-f-]{36})$/i.exec(hash)?.[1]
  if (annotation) return { annotation: annotation.toLowerCase() }
  const place = /^#t=(\d{1,9})-(\d{1,9})$/.exec(hash)
  const [start, end] = [Number(place?.[1]), Number(place?.[2])]
  return place && start < end ? { span: { start, end } } : null
}

/** Whoever is on the way to sign in is nobody yet, so it is kept for who comes back in the same window, and soon. */
const selections = () => keptOnTheWay('selection')
const longestWay = 3_600_000

/** Keeps a selection for when its reader comes back from signing in. */
export const keepSelection = (slug: string, passage: Passage) =>
  selections().write(slug, { span: passage.span, until: Date.now() + longestWay })

/** Opens what the address points at, at arrival and whenever it changes, and brings back a selection kept over signing in. */
export function useAddress(): void {
  const { map, state, slug, layerId, revision, dispatch } = useReading()
  const { loaded } = state
  const stands = useEffectEvent((id: string) => state.standing.has(id))

  useEffect(() => {
    if (!map || !loaded) return
    const open = () => {
      const pointed = pointedAt(window.location.hash)
      if (pointed && 'annotation' in pointed) {
        dispatch({ type: 'chose', id: pointed.annotation, from: 'address' })
        // Its words are gone from this revision: the link leads to the one that has them.
        if (!stands(pointed.annotation)) void leadToHolder(pointed.annotation)
      }
      if (pointed && 'span' in pointed) dispatch({ type: 'pointed', span: pointed.span })
    }
    const leadToHolder = async (id: string) => {
      const holder = await findHolder({ layerId, id })
      if (holder !== null && holder !== revision) window.location.replace(`/articles/${slug}/revisions/${holder}#a=${id}`)
    }
    open()
    window.addEventListener('hashchange', open)
    return () => window.removeEventListener('hashchange', open)
  }, [map, loaded, slug, layerId, revision, dispatch])

  useEffect(() => {
    if (!map) return
    const store = selections()
    const kept = readSelection(store.read(slug))
    store.remove(slug)
    if (!isSpanIn(kept, map.index.length)) return
    dispatch({ type: 'selected', passage: { id: crypto.randomUUID(), raw: kept, span: kept, unit: 'grapheme', via: 'keys', form: false } })
    scrollToSpan(map, kept, 72, window.innerHeight - 320)
  }, [map, slug, dispatch])
}

function readSelection(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('until' in value) || !('span' in value)) return null
  return Number(value.until) > Date.now() ? value.span : null
}

function isSpanIn(value: unknown, length: number): value is Span {
  if (typeof value !== 'object' || value === null) return false
  const { start, end } = value as Partial<Span>
  return Number.isInteger(start) && Number.isInteger(end) && start! >= 0 && start! < end! && end! <= length
}
