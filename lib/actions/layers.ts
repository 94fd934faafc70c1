'use server'

import { z } from 'zod'
import { readAnnotationHistory } from '@/lib/server/annotation-history'
import * as layers from '@/lib/server/layer-reading'
import { currentViewer } from '@/lib/server/session'
import { turnedAway } from './turned-away'

const wanted = z.object({ layerId: z.uuid(), revision: z.int().positive() })

/** Reads a layer anew, on the revision that the page shows; null where there is none for this reader. */
export async function readLayerAnew(input: unknown): Promise<layers.LayerReading | null> {
  if (await turnedAway(input)) return null
  const parsed = wanted.safeParse(input)
  return parsed.success ? layers.readLayerAnew(await currentViewer(), parsed.data.layerId, parsed.data.revision) : null
}

const sought = z.object({ layerId: z.uuid(), id: z.uuid() })

/** The last revision that holds an annotation's words, for who followed a link to it; null where there is none for them. */
export async function findHolder(input: unknown): Promise<number | null> {
  if (await turnedAway(input)) return null
  const parsed = sought.safeParse(input)
  const history = parsed.success ? await readAnnotationHistory(await currentViewer(), parsed.data.layerId, parsed.data.id) : null
  return history?.heldBy ?? null
}
