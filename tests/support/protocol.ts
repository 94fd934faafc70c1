import type { JsonObject } from '@/lib/domain/formats/foreign'
import { annotationContext } from '@/lib/domain/formats/w3c-addresses'
import { systemViewer, type Scope, type SignedIn } from '@/lib/domain/viewer'
import { createArticle, readArticle } from '@/lib/server/articles'
import { db } from '@/lib/server/db'
import { makeToken } from '@/lib/server/tokens'
import { reader } from './flagged-article'

export const site = 'http://localhost:3000'
export const jsonLd = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
export const oa = 'http://www.w3.org/ns/oa#'
export const ldp = 'http://www.w3.org/ns/ldp#'
export const minimal = `return=representation;include="${ldp}PreferMinimalContainer"`
export const iris = `return=representation;include="${oa}PreferContainedIRIs"`
export const descriptions = `return=representation;include="${oa}PreferContainedDescriptions"`

type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response>
type Sent = { headers?: Record<string, string>; body?: BodyInit | object; token?: string }
export type Reply = { status: number; headers: Headers; text: string; body: JsonObject }

const routes: [path: RegExp, load: () => Promise<object>][] = [
  [/^\/api\/v1\/layers\/(?<layerId>[^/]+)\/annotations\/?$/, () => import('@/app/api/v1/layers/[layerId]/annotations/route')],
  [/^\/api\/v1\/layers\/(?<layerId>[^/]+)\/annotations\/(?<id>[^/]+)\/?$/, () => import('@/app/api/v1/layers/[layerId]/annotations/[id]/route')],
  [/^\/api\/v1\/layers\/(?<layerId>[^/]+)\/import$/, () => import('@/app/api/v1/layers/[layerId]/import/route')],
  [/^\/api\/v1\/articles\/(?<id>[^/]+)$/, () => import('@/app/api/v1/articles/[id]/route')],
  [/^\/api\/v1\/articles\/(?<id>[^/]+)\/revisions\/(?<number>[^/]+)$/, () => import('@/app/api/v1/articles/[id]/revisions/[number]/route')],
  [/^\/api\/v1\/codebooks\/(?<slug>[^/]+)\/(?<version>[^/]+)$/, () => import('@/app/api/v1/codebooks/[slug]/[version]/route')],
  [
    /^\/api\/v1\/codebooks\/(?<slug>[^/]+)\/(?<version>[^/]+)\/(?<dimension>[^/]+)\/(?<label>[^/]+)$/,
    () => import('@/app/api/v1/codebooks/[slug]/[version]/[dimension]/[label]/route'),
  ],
]

/** Sends a request to the route that has its address, as the web server would. `body` as an object is sent as JSON. */
export async function send(method: string, address: string, { headers = {}, body, token }: Sent = {}): Promise<Reply> {
  const url = new URL(address, site)
  for (const [pattern, load] of routes) {
    const params = pattern.exec(url.pathname)?.groups
    if (!params) continue
    const handler = ((await load()) as Record<string, Handler | undefined>)[method]
    if (!handler) throw new Error(`${url.pathname} has no ${method}.`)
    const request = new Request(url, {
      method,
      headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers },
      ...(body !== undefined && { body: isSendable(body) ? body : JSON.stringify(body), duplex: 'half' }),
    })
    return replyOf(await handler(request, { params: Promise.resolve(params as never) }))
  }
  throw new Error(`No route of the protocol: ${url.pathname}`)
}

async function replyOf(response: Response): Promise<Reply> {
  const text = await response.text()
  const { status, headers } = response
  return { status, headers, text, body: (headers.get('content-type') ?? '').includes('json') && text !== '' ? JSON.parse(text) : {} }
}

const isSendable = (body: BodyInit | object): body is BodyInit =>
  typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream

/** Posts one annotation (or any body) as JSON-LD. */
export const post = (address: string, body: BodyInit | object, token?: string, headers: Record<string, string> = {}) =>
  send('POST', address, { headers: { 'content-type': jsonLd, ...headers }, body, ...(token && { token }) })
export const put = (address: string, body: BodyInit | object, token?: string, headers: Record<string, string> = {}) =>
  send('PUT', address, { headers: { 'content-type': jsonLd, ...headers }, body, ...(token && { token }) })

export async function tokenOf(person: SignedIn, scope: Scope = 'write'): Promise<string> {
  const made = await makeToken(systemViewer, person.id, { name: 'test', scope, days: null })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.value.token
}

export const sourceUrl = 'https://news.example/the-harbour'
export const text = [
  'The harbour is closed, a spokesman said.',
  'Nobody knows why 𠮷野 left; the mayor, as always, was outraged.',
  'The harbour is closed, a spokesman said.',
].join('\n')

/** An article that came from `sourceUrl`, with its container and somebody who may write in it. */
export async function container({ visibility = 'public' as 'public' | 'private', name = 'Ann', source = sourceUrl } = {}) {
  const owner = await reader(name)
  const made = await createArticle(owner, {
    details: { title: 'The harbour', byline: null, siteName: null, sourceUrl: source, language: 'en', publishedAt: null, visibility },
    content: { format: 'text', body: text.replaceAll('\n', '\n\n') },
  })
  const article = made.ok && (await readArticle(owner, made.value.slug))
  if (!article) throw new Error(`The article was not made: ${JSON.stringify(made)}`)
  const { id, slug, revision, layer } = article
  const path = `/api/v1/layers/${layer.id}/annotations/`
  return { id, slug, layerId: layer.id, revisionId: revision.id, owner, token: await tokenOf(owner), path, address: site + path }
}

/** An annotation on words of the article, as a client would write it. */
export const annotationOn = (exact: string, more: JsonObject = {}): JsonObject => ({
  '@context': annotationContext,
  type: 'Annotation',
  body: { type: 'TextualBody', value: 'I like this page!' },
  target: { source: sourceUrl, selector: { type: 'TextQuoteSelector', exact } },
  ...more,
})

export type Container = Awaited<ReturnType<typeof container>>

/** Many annotations, a second apart, written straight to the tables. */
export async function fill({ layerId, revisionId, owner }: { layerId: string; revisionId: string; owner: SignedIn }, count: number) {
  await db.$executeRaw`
    with made as (
      insert into "Annotation" (id, "layerId", "authorId", "codebookSlug", "codebookVersion", "createdAt", "updatedAt")
      select gen_random_uuid(), ${layerId}::uuid, ${owner.id}::uuid, 'reading', 1,
        timestamptz '2026-01-01' + n * interval '1 second', timestamptz '2026-01-01' + n * interval '1 second'
      from generate_series(1, ${count}::int) n returning id
    )
    insert into "Anchor" ("annotationId", "revisionId", start, "end", quote, prefix, suffix)
    select id, ${revisionId}::uuid, 4, 11, 'harbour', 'The ', ' is closed' from made`
}
