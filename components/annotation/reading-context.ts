import { createContext, useContext, type Dispatch } from 'react'
import type { TextMap } from '@/components/article/text-map'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import type { Codebook } from '@/lib/domain/codebook/codebook'
import type { ReadingEvent, ReadingState } from './reading-state'
import type { Live } from './use-live'

/**
 * An exercise that a reader works on: on a revision that stays, with labels (`<dimension>:<label>`, empty for all) that it is
 * about. `shut` says in a sentence why nothing can be changed now.
 */
export type ReadingTask = { labels: readonly string[]; shut: string | null }

/** What stays as it is while somebody reads. */
export type ReadingPlace = {
  slug: string
  language: string
  revision: number
  layerId: string
  codebook: Codebook
  /** The labels that the palette offers: an exercise may be about some of them only. */
  offered: Codebook
  /** Who reads, or null where nobody is signed in. */
  mine: ReaderAnnotation['author'] | null
  /** Of an exercise; null where a layer is everybody's. */
  task: ReadingTask | null
  /** The reader may flag, and change what they flagged. */
  mayFlag: boolean
  dispatch: Dispatch<ReadingEvent>
  /** Null until the page has its scripts. */
  map: TextMap | null
  /** Tells a screen reader something, politely. */
  say: (words: string) => void
  openHelp: () => void
}

/** What every part of the reader works on. */
export type Reading = ReadingPlace & {
  state: ReadingState
  /** Everything that stands, in reading order. */
  standing: readonly ReaderAnnotation[]
  /** What the filter leaves in sight of it: passages of the text, and what is about the article as a whole. */
  inSight: readonly ReaderAnnotation[]
  aboutWhole: readonly ReaderAnnotation[]
  live: Live
}

export const PlaceContext = createContext<ReadingPlace | null>(null)
export const ReadingContext = createContext<Reading | null>(null)

/** For what need not be drawn again at each change of the reading, such as each of many cards. */
export function useReadingPlace(): ReadingPlace {
  const place = useContext(PlaceContext)
  if (!place) throw new Error('useReadingPlace outside a reader')
  return place
}

export function useReading(): Reading {
  const reading = useContext(ReadingContext)
  if (!reading) throw new Error('useReading outside a reader')
  return reading
}
