import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { deserialize } from 'node:v8'
import type { Parsed } from '@/lib/domain/formats/exchange'
import { accept, type Result } from '@/lib/domain/problem'
import { compute, type Options } from './compute/compute'
import type { AnnotationFile } from './import/parse-annotations'

/**
 * What the format's own `parse` makes of a file, in another process. Refused as it refuses, and what `compute` refuses.
 * @throws the signal's reason when the caller gives up.
 */
export async function parseFile(file: AnnotationFile, options: Options): Promise<Result<Parsed>> {
  const parts = await compute('parse-annotations', file, options)
  if (!parts.ok) return parts
  const all: Parsed = { annotations: [], refused: [] }
  for (const part of parts.value) {
    // Each takes some milliseconds, between which others have their turn.
    const { annotations, refused } = deserialize(part) as Parsed
    all.annotations.push(...annotations)
    all.refused.push(...refused)
    await setImmediate()
  }
  return accept(all)
}
