import 'server-only'
import { serialize } from 'node:v8'
import type { ParseContext, Parsed } from '@/lib/domain/formats/exchange'
import { formatIn } from '@/lib/domain/formats/registry'
import { accept, refuse, type Result } from '@/lib/domain/problem'

/** A file of annotations, the name of its format, and what reading it may depend on. */
export type AnnotationFile = { format: string; text: string; context: ParseContext }

/** Annotations of one part: taken apart by whoever asked, in turns with other work. */
const part = 500

/** What the format makes of a file, in parts that are each a serialized `Parsed`. Refused as the format's `parse` does. */
export function parseAnnotations({ format, text, context }: AnnotationFile): Result<Uint8Array[]> {
  const parsed = formatIn(format)?.parse(text, context) ?? refuse('fileFormat')
  if (!parsed.ok) return parsed
  const { annotations, refused } = parsed.value
  const parts: Uint8Array[] = []
  for (let at = 0; at < Math.max(annotations.length, refused.length); at += part) {
    const some: Parsed = { annotations: annotations.slice(at, at + part), refused: refused.slice(at, at + part) }
    parts.push(serialize(some))
  }
  return accept(parts)
}
