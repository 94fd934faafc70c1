import 'server-only'
import { z } from 'zod'
import { createDocument } from 'zod-openapi'
import { env } from '../env'
import { siteAddress } from '../site-address'
import { annotationPaths } from './annotation-paths'
import { articlePaths } from './article-paths'
import { codebookPaths } from './codebook-paths'
import { layerPaths } from './layer-paths'

/** The OpenAPI 3.1 document: made from the schemas by which the doors read and write, so that it cannot drift from them. */
export type ApiDocument = ReturnType<typeof createDocument>

// Made once for each address: it takes a few milliseconds.
const made = new Map<string, ApiDocument>()

/** The description of everything under /api/v1, for this site's address. */
export function apiDocument(): ApiDocument {
  const [address, limit] = [siteAddress(), env('API_REQUESTS_PER_MINUTE')]
  const known = made.get(`${address} ${limit}`)
  if (known) return known
  const document = createDocument(
    {
    openapi: '3.1.0',
    info: {
      title: 'Gloss',
      version: '1',
      description: `Read the news together, and take it apart. JSON in UTF-8; times in ISO 8601, UTC; positions in Unicode code points, the end excluded. What you may not see answers 404. Errors are \`application/problem+json\` (RFC 9457). Each token may make ${limit} requests a minute: every answer says in \`RateLimit-Policy\` and \`RateLimit\` how many are left.`,
    },
    servers: [{ url: address }],
    tags: [
      { name: 'Articles', description: 'Texts and their revisions.' },
      { name: 'Annotations', description: 'The W3C Web Annotation Protocol: there is no second annotation interface.' },
      { name: 'Layers', description: 'What a layer’s annotations come to, live and in bulk.' },
      { name: 'Codebooks', description: 'The labels.' },
      { name: 'Description', description: 'This document.' },
    ],
    paths: { ...articlePaths, ...annotationPaths, ...layerPaths, ...codebookPaths, ...ownPath },
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A personal access token, made in the settings. Its scope is `read`, `write` (which includes reading) or `moderate` (which adds the powers of its owner’s role).',
        },
      },
    },
    },
    { override: ({ jsonSchema }) => plain(jsonSchema) },
  )
  made.set(`${address} ${limit}`, document)
  return document
}

/** Without what says nothing: JavaScript's largest number, the grammar of a format that has a name, and a promise to add nothing. */
function plain(schema: { maximum?: number; format?: string; pattern?: string; additionalProperties?: unknown }): void {
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.format) delete schema.pattern
  if (schema.additionalProperties === false) delete schema.additionalProperties
}

const ownPath = {
  '/api/v1/openapi.json': {
    get: {
      operationId: 'readDescription',
      tags: ['Description'],
      summary: 'Read this document',
      security: [{}],
      responses: { '200': { description: 'OpenAPI 3.1.', content: { 'application/json': { schema: z.looseObject({ openapi: z.string() }) } } } },
    },
  },
}
