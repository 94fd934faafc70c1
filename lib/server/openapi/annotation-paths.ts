import 'server-only'
import { z } from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi'
import { refusals } from './refusals'

const layerId = z.uuid().meta({ description: 'The layer’s id: `layers[0].id` of an article is its open one.' })
const id = z.uuid().meta({ description: 'The annotation’s id.' })
const tags = ['Annotations']
const specification = { description: 'Web Annotation Protocol', url: 'https://www.w3.org/TR/annotation-protocol/' }

/** JSON-LD that the Web Annotation Data Model describes; only what every annotation here has is repeated. */
const annotation = z
  .looseObject({
    '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
    id: z.url().optional().meta({ description: 'Made here; one that is sent along is moved to `via`.' }),
    type: z.literal('Annotation'),
    target: z.unknown().meta({ description: 'A revision of the article as `source`, with a TextQuoteSelector or a TextPositionSelector; without a selector, the article as a whole. Positions are code points.' }),
    body: z.unknown().optional().meta({ description: 'Labels (purpose `classifying`, or `tagging` with `dimension:label`), a note (`commenting`), evidence (`linking`); what is unknown is kept and given back.' }),
  })
  .meta({ id: 'Annotation', externalDocs: { description: 'Web Annotation Data Model', url: 'https://www.w3.org/TR/annotation-model/' } })

const container = z
  .looseObject({
    '@context': z.array(z.string()),
    id: z.url(),
    type: z.array(z.string()),
    label: z.string(),
    total: z.int().min(0),
    first: z.unknown().optional().meta({ description: 'The first page, or its address.' }),
    last: z.url().optional(),
  })
  .meta({ id: 'AnnotationContainer' })

const jsonLd = (schema: z.ZodType) => ({ 'application/ld+json': { schema }, 'application/json': { schema } })
const ifMatch = z.object({ 'If-Match': z.string().optional().meta({ description: 'The `ETag` of the annotation as it was read; 412 where it has changed since.' }) })
const example = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  type: 'Annotation',
  body: [
    { type: 'TextualBody', purpose: 'tagging', value: 'framing:loaded-language' },
    { type: 'TextualBody', purpose: 'commenting', value: 'Whose words are these?' },
  ],
  target: { source: 'https://gloss.example.org/articles/ferries-stop', selector: { type: 'TextQuoteSelector', exact: 'a shameless giveaway' } },
}

const told = (what: string, status = '200') => ({
  [status]: { description: what, headers: z.object({ etag: z.string(), link: z.string() }), content: jsonLd(annotation) },
})
const bodyless = (operationId: string, summary: string, path: z.ZodObject, ...statuses: Parameters<typeof refusals>): ZodOpenApiOperationObject => ({
  operationId,
  tags,
  summary,
  security: [{}, { token: ['read'] }],
  requestParams: { path },
  responses: { '200': { description: 'The same headers, and no body.' }, ...refusals(...statuses) },
})

/** The W3C Web Annotation Protocol: a container a layer, and the annotations in it. */
export const annotationPaths: ZodOpenApiPathsObject = {
  '/api/v1/layers/{layerId}/annotations/': {
    get: {
      operationId: 'readContainer',
      tags,
      summary: 'Read a layer’s annotations',
      description:
        'An Annotation Container. `Prefer: return=representation; include="…"` with `http://www.w3.org/ns/oa#PreferContainedIRIs`, `http://www.w3.org/ns/oa#PreferContainedDescriptions` or `http://www.w3.org/ns/ldp#PreferMinimalContainer` says how much of it; its pages are followed from `first` by `next`.',
      externalDocs: specification,
      security: [{}, { token: ['read'] }],
      requestParams: {
        path: z.object({ layerId }),
        query: z.object({
          iris: z.enum(['0', '1']).optional().meta({ description: 'Which collection: its pages hold addresses (1) or whole annotations (0). The container’s own links have it.' }),
          page: z.string().optional().meta({ description: 'One page, as the container and its pages name it.' }),
        }),
        header: z.object({ Prefer: z.string().optional() }),
      },
      responses: {
        '200': { description: 'The container, or one page of it.', headers: z.object({ etag: z.string(), link: z.string(), 'content-location': z.string() }), content: jsonLd(container) },
        ...refusals(400, 404, 406),
      },
    },
    head: bodyless('headContainer', 'Ask about a layer’s annotations', z.object({ layerId }), 400, 404, 406),
    options: bodyless('optionsContainer', 'Ask what is possible', z.object({ layerId }), 404),
    post: {
      operationId: 'createAnnotation',
      tags,
      summary: 'Annotate',
      description: 'The annotation is placed on the current revision: where quote and position disagree the quote decides. A `Slug` that is a UUID nothing has yet becomes its id.',
      externalDocs: specification,
      security: [{ token: ['write'] }],
      requestParams: { path: z.object({ layerId }), header: z.object({ Slug: z.string().optional() }) },
      requestBody: { required: true, content: { 'application/ld+json': { schema: annotation, example }, 'application/json': { schema: annotation } } },
      responses: { ...told('The annotation as it is kept; `Location` is its address.', '201'), ...refusals(400, 403, 404, 406, 409, 413, 415, 422) },
    },
  },
  '/api/v1/layers/{layerId}/annotations/{id}': {
    get: {
      operationId: 'readAnnotation',
      tags,
      summary: 'Read an annotation',
      security: [{}, { token: ['read'] }],
      requestParams: { path: z.object({ layerId, id }) },
      responses: { ...told('The annotation.'), ...refusals(404, 406, 410) },
    },
    head: bodyless('headAnnotation', 'Ask about an annotation', z.object({ layerId, id }), 404, 406, 410),
    options: bodyless('optionsAnnotation', 'Ask what is possible', z.object({ layerId, id }), 404, 410),
    put: {
      operationId: 'replaceAnnotation',
      tags,
      summary: 'Replace an annotation',
      security: [{ token: ['write'] }],
      requestParams: { path: z.object({ layerId, id }), header: ifMatch },
      requestBody: { required: true, content: jsonLd(annotation) },
      responses: { ...told('The annotation as it now is.'), ...refusals(400, 403, 404, 406, 409, 410, 412, 413, 415, 422) },
    },
    delete: {
      operationId: 'deleteAnnotation',
      tags,
      summary: 'Delete an annotation',
      description: 'Its address answers 410 from then on.',
      security: [{ token: ['write'] }],
      requestParams: { path: z.object({ layerId, id }), header: ifMatch },
      responses: { '204': { description: 'It is deleted.' }, ...refusals(403, 404, 410, 412) },
    },
  },
}
