import 'server-only'
import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { articleJson, articlePage, postedArticle, postedRevision, revisionQuery, savedRevision } from '@/lib/domain/article-json'
import { libraryQuery } from '../library'
import { refusals } from './refusals'

const id = z.uuid().meta({ description: 'The article’s id.' })
const etag = { etag: z.string().meta({ description: 'Send it as `If-None-Match` to be told 304 while nothing changed.' }) }
const tags = ['Articles']

/** Articles and their texts. */
export const articlePaths: ZodOpenApiPathsObject = {
  '/api/v1/articles': {
    get: {
      operationId: 'listArticles',
      tags,
      summary: 'List articles',
      description: 'All public articles and your own private ones, the newest first.',
      security: [{}, { token: ['read'] }],
      requestParams: {
        query: libraryQuery.omit({ state: true }).extend({
          q: libraryQuery.shape.q.meta({ description: 'Words that must all occur in title, byline, site or text.', example: 'ferry' }),
          language: libraryQuery.shape.language.meta({ description: 'A language tag.', example: 'zh-Hant' }),
          cursor: libraryQuery.shape.cursor.meta({ description: 'The `nextCursor` of the page before.' }),
          limit: libraryQuery.shape.limit.meta({ description: 'Articles a page.' }),
        }),
      },
      responses: {
        '200': { description: 'One page.', headers: z.object(etag), content: { 'application/json': { schema: articlePage } } },
        ...refusals(422),
      },
    },
    post: {
      operationId: 'createArticle',
      tags,
      summary: 'Create an article',
      description: 'It gets one open layer, for its readers’ annotations. Counts as ten requests.',
      security: [{ token: ['write'] }],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: postedArticle, example: { title: 'Ferries stop for two days', language: 'en', content: { format: 'markdown', body: 'The harbour office **said** so.' } } } },
      },
      responses: {
        '201': {
          description: 'The article as it now is.',
          headers: z.object({
            location: z.string().meta({ description: 'Its address.' }),
            link: z.string().meta({ description: 'Where its annotations are kept (`rel="http://www.w3.org/ns/oa#annotationService"`).' }),
          }),
          content: { 'application/json': { schema: articleJson } },
        },
        ...refusals(400, 403, 413, 415, 422),
      },
    },
  },
  '/api/v1/articles/{id}': {
    get: {
      operationId: 'readArticle',
      tags,
      summary: 'Read an article',
      description: 'Its details, its current revision, and its layers with the number of their annotations.',
      security: [{}, { token: ['read'] }],
      requestParams: { path: z.object({ id }) },
      responses: {
        '200': {
          description: 'The article.',
          headers: z.object({ ...etag, link: z.string().meta({ description: 'Where its annotations are kept.' }) }),
          content: { 'application/json': { schema: articleJson } },
        },
        ...refusals(404, 410),
      },
    },
    delete: {
      operationId: 'removeArticle',
      tags,
      summary: 'Remove an article',
      description:
        'From then on it answers 410, with its revisions and its open layer; its readers keep their own annotations in what they can take away of their accounts, and exercises that are set on it go on. It can be put back on the site for 30 days, then it is erased. For its owner, and for moderators of a public one.',
      security: [{ token: ['write'] }],
      requestParams: {
        path: z.object({ id }),
        header: z.object({ 'If-Match': z.string().meta({ description: 'The `ETag` of the article, or the `sha256` of its current revision in quotation marks; `*` whatever it is.' }) }),
      },
      responses: { '204': { description: 'It is removed.' }, ...refusals(403, 404, 410, 412, 428) },
    },
  },
  '/api/v1/articles/{id}/revisions': {
    post: {
      operationId: 'replaceText',
      tags,
      summary: 'Replace the text',
      description:
        'Makes the next revision and carries the annotations over. A text that changes nothing makes none: the answer is 200 with the number that stays. Counts as ten requests.',
      security: [{ token: ['write'] }],
      requestParams: {
        path: z.object({ id }),
        header: z.object({
          'If-Match': z.string().meta({ description: 'The `sha256` of the revision that is replaced, in quotation marks; `*` for whichever is current.' }),
        }),
      },
      requestBody: { required: true, content: { 'application/json': { schema: postedRevision } } },
      responses: {
        '201': {
          description: 'The new revision’s number, and what became of the annotations.',
          headers: z.object({ location: z.string().meta({ description: 'The revision’s address.' }) }),
          content: { 'application/json': { schema: savedRevision } },
        },
        '200': { description: 'Nothing changed.', content: { 'application/json': { schema: savedRevision } } },
        ...refusals(400, 403, 404, 412, 413, 415, 422, 428),
      },
    },
  },
  '/api/v1/articles/{id}/revisions/{number}': {
    get: {
      operationId: 'readRevision',
      tags,
      summary: 'Read a revision',
      description:
        'Its canonical text (the text of its blocks with one line feed between them: what positions count in), its HTML, or the ProseMirror document that it is made from.',
      security: [{}, { token: ['read'] }],
      requestParams: { path: z.object({ id, number: z.int().min(1).meta({ description: '1 is the first.' }) }), query: revisionQuery },
      responses: {
        '200': {
          description: 'The revision in the form asked for.',
          headers: z.object({ etag: z.string().meta({ description: 'Of the text: its `sha256` in quotation marks, which `If-Match` takes.' }) }),
          content: {
            'text/plain': { schema: z.string() },
            'text/html': { schema: z.string() },
            'application/json': { schema: z.looseObject({ type: z.literal('doc') }) },
          },
        },
        ...refusals(404, 410, 422),
      },
    },
  },
}
