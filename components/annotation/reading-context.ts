import { createContext, useContext, type Dispatch } from 'react'
import type { TextMap } from '@/components/article/text-map'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import type { Codebook } from '@/lib/domain/codebook/codebook'
import type { ReadingEvent, ReadingState } from './reading-state'
import type { Live } from './use-live'

/** What every part of the reader works on. */
export type Reading = {
  slug: string
  language: string
  revision: number
  layerId: string
  codebook: Codebook
  /** Who reads, or null where nobody is signed in. */
  mine: ReaderAnnotation['author'] | null
  state: ReadingState
  dispatch: Dispatch<ReadingEvent>
  /** Null until the page has its scripts. */
  map: TextMap | null
  /** What stands on the text, in reading order: all of it, and what the filter leaves in sight. */
  standing: readonly ReaderAnnotation[]
  inSight: readonly ReaderAnnotation[]
  live: Live
  /** Tells a screen reader something, politely. */
  say: (words: string) => void
  openHelp: () => void
}

export const ReadingContext = createContext<Reading | null>(null)

export function useReading(): Reading {
  const reading = useContext(ReadingContext)
  if (!reading) throw new Error('useReading outside a reader')
  return reading
}
