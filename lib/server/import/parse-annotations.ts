import 'server-only'
import type { ParseContext, Parsed } from '@/lib/domain/formats/exchange'
import { formatIn } from '@/lib/domain/formats/registry'
import { refuse, type Result } from '@/lib/domain/problem'

/** A file of annotations, the name of its format, and what reading it may depend on. */
export type AnnotationFile = { format: string; text: string; context: ParseContext }

/** What the format makes of a file. Refused as the format's `parse` does. */
export const parseAnnotations = ({ format, text, context }: AnnotationFile): Result<Parsed> => formatIn(format)?.parse(text, context) ?? refuse('fileFormat')
