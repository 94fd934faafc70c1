import 'server-only'
import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { formatsOut } from '@/lib/domain/formats/registry'
import { refusals } from './refusals'
import { summaryJson } from './summary-json'

const layerId = z.uuid().meta({ description: 'The layer’s id.' })
const tags = ['Layers']

const outcome = z
  .object({
    created: z.int().min(0),
    refused: z.array(z.object({ index: z.int().min(0).meta({ description: 'Its place in what was sent, from 0.' }), reason: z.string() })),
  })
  .meta({ id: 'ImportOutcome' })
const anything = z.unknown().meta({ description: 'An AnnotationPage, an AnnotationCollection, or an array of annotations.' })
const lines = z.string().meta({ description: 'One annotation a line.' })

/** What a layer is besides its annotations one by one. */
export const layerPaths: ZodOpenApiPathsObject = {
  '/api/v1/layers/{layerId}/summary': {
    get: {
      operationId: 'readSummary',
      tags,
      summary: 'Read a layer’s summary',
      description:
        'How many annotations, annotators and code points each dimension and label has, how far the annotators agree, and where they part. Agreement takes each code point as an item and the set of a dimension’s labels as one nominal value; `alpha` is Krippendorff’s. In an open layer those readers count who said that they have read it all, or who have at least five annotations of which the first and the last begin at least half of the text apart; `agreement.annotators` says how many, and `contested` has their votes. All counts are of everybody.',
      security: [{}, { token: ['read'] }],
      requestParams: { path: z.object({ layerId }) },
      responses: {
        '200': { description: 'The summary of the current revision.', headers: z.object({ etag: z.string() }), content: { 'application/json': { schema: summaryJson } } },
        ...refusals(404, 410),
      },
    },
  },
  '/api/v1/layers/{layerId}/events': {
    get: {
      operationId: 'followLayer',
      tags,
      summary: 'Follow a layer live',
      description:
        'Server-sent events: `annotation.created`, `annotation.updated`, `annotation.deleted` and others, each with an `id`. A comment line every 15 seconds keeps the line open. It ends when the token is revoked.',
      security: [{}, { token: ['read'] }],
      requestParams: {
        path: z.object({ layerId }),
        query: z.object({ after: z.string().optional().meta({ description: 'As `Last-Event-ID`, where that cannot be sent.' }) }),
        header: z.object({ 'Last-Event-ID': z.string().optional().meta({ description: 'The `id` of the last event you had: what you missed is told first.' }) }),
      },
      responses: { '200': { description: 'The stream.', content: { 'text/event-stream': { schema: z.string() } } }, ...refusals(404, 410, 503) },
    },
  },
  '/api/v1/layers/{layerId}/export': {
    get: {
      operationId: 'exportLayer',
      tags,
      summary: 'Take a layer away',
      description: 'All annotations of the layer as one file. Without `format`, `Accept` decides. Counts as five requests.',
      security: [{}, { token: ['read'] }],
      requestParams: { path: z.object({ layerId }), query: z.object({ format: z.enum(formatsOut.map(({ name }) => name)).optional() }) },
      responses: {
        '200': { description: 'The file.', headers: z.object({ etag: z.string(), 'content-disposition': z.string() }), content: Object.fromEntries(formatsOut.map(({ mediaType }) => [mediaType, { schema: z.string() }])) },
        ...refusals(404, 406, 410),
      },
    },
  },
  '/api/v1/layers/{layerId}/import': {
    post: {
      operationId: 'importAnnotations',
      tags,
      summary: 'Bring many annotations',
      description: 'Up to 50,000 at once, all of them or none. Counts as twenty requests.',
      security: [{ token: ['write'] }],
      requestParams: {
        path: z.object({ layerId }),
        query: z.object({ partial: z.enum(['true', 'false']).default('false').meta({ description: '`true` takes those that can be held and tells why not of the others.' }) }),
      },
      requestBody: {
        required: true,
        content: { 'application/ld+json': { schema: anything }, 'application/json': { schema: anything }, 'application/x-ndjson': { schema: lines } },
      },
      responses: { '200': { description: 'How many were made.', content: { 'application/json': { schema: outcome } } }, ...refusals(400, 403, 404, 413, 415, 422) },
    },
  },
}
