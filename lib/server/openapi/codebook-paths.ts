import 'server-only'
import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { refusals } from './refusals'

const tags = ['Codebooks']
const path = z.object({ slug: z.string().meta({ example: 'reading' }), version: z.string().meta({ example: '1' }) })
const concept = z.looseObject({ '@context': z.unknown(), id: z.url(), type: z.unknown() })

/** The label sets, for programs that follow a label’s address. */
export const codebookPaths: ZodOpenApiPathsObject = {
  '/api/v1/codebooks/{slug}/{version}': {
    get: {
      operationId: 'readCodebook',
      tags,
      summary: 'Read a codebook',
      description: 'Its dimensions and labels in every language, as a SKOS concept scheme. `/codebooks/{slug}/{version}` leads here too, for programs that ask for JSON.',
      security: [{}],
      requestParams: { path },
      responses: { '200': { description: 'The codebook.', content: { 'application/ld+json': { schema: concept }, 'application/json': { schema: concept } } }, ...refusals(404, 406) },
    },
  },
  '/api/v1/codebooks/{slug}/{version}/{dimension}/{label}': {
    get: {
      operationId: 'readLabel',
      tags,
      summary: 'Read a label',
      security: [{}],
      requestParams: { path: path.extend({ dimension: z.string().meta({ example: 'framing' }), label: z.string().meta({ example: 'loaded-language' }) }) },
      responses: { '200': { description: 'The label.', content: { 'application/ld+json': { schema: concept }, 'application/json': { schema: concept } } }, ...refusals(404, 406) },
    },
  },
}
