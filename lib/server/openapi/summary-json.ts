import 'server-only'
import { z } from 'zod'
import { dimensions } from '@/lib/domain/codebook/codebook'

const share = z.number().min(0).max(1)
const counts = z.object({
  annotations: z.int().min(0),
  annotators: z.int().min(0),
  characters: z.int().min(0).meta({ description: 'Code points covered by at least one annotation.' }),
  share: share.meta({ description: '`characters` over `textLength`.' }),
})
const dimension = counts.extend({
  labels: z.record(z.string(), counts),
  agreement: z.object({
    observed: share.nullable().meta({ description: 'Mean agreement of pairs of annotators.' }),
    alpha: z.number().max(1).nullable(),
    undefined: z
      .enum(['fewer-than-two-annotators', 'no-annotations', 'one-category-only', 'too-many-to-compare'])
      .nullable()
      .meta({ description: 'Why there is no alpha. `too-many-to-compare`: more was flagged than can be compared in bounded time; the counts are complete.' }),
    annotators: z.int().min(0).meta({ description: 'How many counted in it.' }),
  }),
})

/** The shape of a summary for machines; a test holds every kind of summary against it. */
export const summaryJson = z
  .object({
    layer: z.uuid(),
    article: z.uuid(),
    revision: z.int().min(1),
    unit: z.literal('code point'),
    textLength: z.int().min(0),
    annotators: z.int().min(0),
    annotations: z.int().min(0),
    dimensions: z.object(Object.fromEntries(dimensions.map((name) => [name, dimension])) as Record<(typeof dimensions)[number], typeof dimension>),
    contested: z.array(
      z.object({
        start: z.int().min(0),
        end: z.int().min(0),
        quote: z.string(),
        dimension: z.enum(dimensions),
        votes: z.record(z.string(), z.int().min(0)).meta({ description: 'Annotators for each label, and for `none`.' }),
      }),
    ),
  })
  .meta({ id: 'Summary' })
