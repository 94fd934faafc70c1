'use server'

import { z } from 'zod'
import * as layers from '@/lib/server/layer-reading'
import { currentViewer } from '@/lib/server/session'

const wanted = z.object({ layerId: z.uuid(), revision: z.int().positive() })

/** Reads a layer anew, on the revision that the page shows; null where there is none for this reader. */
export async function readLayerAnew(input: unknown): Promise<layers.LayerReading | null> {
  const parsed = wanted.safeParse(input)
  return parsed.success ? layers.readLayerAnew(await currentViewer(), parsed.data.layerId, parsed.data.revision) : null
}
