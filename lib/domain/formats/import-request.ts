import { z } from 'zod'
import { labelRef } from '../annotation'
import type { LabelRef } from '../codebook/codebook'
import type { Problem } from '../problem'

/** Bytes of a file in UTF-8 that the import screen takes, and problems that it lists. */
export const importLimits = { bytes: 5_000_000, problems: 50 } as const

/**
 * A file of annotations that somebody brings, in one of the forms that come in, and which labels of ours its labels mean.
 * `partial`: what can be held comes in although other annotations cannot.
 */
export const importRequest = z.object({
  format: z.string(),
  text: z.string(),
  mapping: z.record(z.string(), labelRef.nullable()),
  partial: z.boolean(),
})
export type ImportRequest = z.infer<typeof importRequest>

/** What an import would do. `ready` of `total` can be held; of the `refused`, the first problems of the first few. */
export type ImportPreview = {
  total: number
  ready: number
  /** Of them, on the article as a whole. */
  whole: number
  /** Every label of the file: what it means here, or, where nothing here has its name, what it probably means. */
  labels: { name: string; count: number; ref: LabelRef | null; suggested: LabelRef | null }[]
  examples: { quote: string; labels: LabelRef[] }[]
  refused: number
  problems: Problem[]
}
