import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '@/lib/domain/formats/foreign'
import { container, descriptions, fill, iris, minimal, post, put, send, type Container, type Reply } from '../support/protocol'

const data = path.resolve('../shared/data/wadm/protocol')
const here = path.dirname(new URL(import.meta.url).pathname)
const absent = !existsSync(data)
if (absent) console.log(`Not checked against the lists of the protocol: there is no ${data}.`)

/** What the W3C's tests of servers look at, by the name of the check, on a container with three pages. */
type Seen = {
  made: Container
  get: Reply
  head: Reply
  options: Reply
  first: Reply
  last: Reply
  annotation: Reply
  annotationHead: Reply
  annotationOptions: Reply
  created: Reply
  minimal: Reply
}
let seen: Seen

/** What the W3C's tests post; the article here is one that came from the address they name. */
const theirs = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  type: 'Annotation',
  body: { type: 'TextualBody', value: 'I like this page!' },
  target: 'http://www.example.com/index.html',
}

beforeAll(async () => {
  const made = await container({ source: theirs.target })
  await fill(made, 450)
  const get = await send('GET', made.path)
  const first = await send('GET', String((get.body.first as JsonObject).id))
  const one = String((first.body.items as JsonObject[])[0]?.id)
  const canonical = `urn:uuid:${randomUUID()}`
  seen = {
    made, get, first,
    head: await send('HEAD', made.path),
    options: await send('OPTIONS', made.path),
    last: await send('GET', String(get.body.last)),
    annotation: await send('GET', one),
    annotationHead: await send('HEAD', one),
    annotationOptions: await send('OPTIONS', one),
    created: await post(made.path, { ...theirs, canonical }, made.token),
    minimal: await send('GET', made.path, { headers: { prefer: minimal } }),
  }
})

const matches = (reply: Reply, name: string, pattern: RegExp) => expect(reply.headers.get(name) ?? '').toMatch(pattern)
const prefer = async (header: string) => ((await send('GET', seen.made.path, { headers: { prefer: header } })).body.first as JsonObject)
const create = () => post(seen.made.path, theirs, seen.made.token)
async function listed(id: string): Promise<boolean> {
  const { last } = (await send('GET', `${seen.made.path}?iris=1`)).body
  return ((await send('GET', String(last))).body.items as string[]).includes(id)
}

const checks: Record<string, () => unknown> = {
  C1: () => expect(seen.made.address).toMatch(/\/$/),
  C2: () => matches(seen.get, 'allow', /GET/),
  C3: () => matches(seen.get, 'allow', /HEAD/),
  C4: () => matches(seen.get, 'allow', /OPTIONS/),
  C5: () => matches(seen.get, 'content-type', /application\/ld\+json/),
  C6: () => expect(seen.get.body.type).toContain('BasicContainer'),
  C7: () => expect(seen.get.body.type).toContain('AnnotationCollection'),
  C8: () => matches(seen.get, 'link', /<http:\/\/www\.w3\.org\/ns\/(ldp#BasicContainer|oa#AnnotationCollection)>; *rel="type"/),
  C9: () => {
    for (const reply of [seen.get, seen.head, seen.options, seen.first, seen.last, seen.created, seen.minimal]) {
      matches(reply, 'link', /<http:\/\/www\.w3\.org\/TR\/annotation-protocol\/>; rel="http:\/\/www\.w3\.org\/ns\/ldp#constrainedBy"/)
    }
  },
  C10: () => [seen.get, seen.head].forEach((reply) => matches(reply, 'etag', /^"[^"]+"$/)),
  C11: () => [seen.get, seen.head].forEach((reply) => matches(reply, 'vary', /Accept/)),
  C12: () => expect(seen.head.status).toBe(200),
  C13: () => expect(seen.options.status).toBe(200),
  C14: () => expect(seen.get.headers.get('content-location')).toBe(seen.get.body.id),
  P1: () => expect(seen.first.body.partOf).toMatchObject({ id: seen.get.body.id }),
  P2: () => expect(seen.last.body.prev).toEqual(expect.any(String)),
  P3: () => expect(seen.first.body.next).toEqual(expect.any(String)),
  P4: () => expect(Object.keys(seen.last.body)).not.toContain('next'),
  P5: () => expect(Object.keys(seen.first.body)).not.toContain('prev'),
  A1: () => matches(seen.annotation, 'allow', /GET/),
  A2: () => matches(seen.annotation, 'allow', /HEAD/),
  A3: () => matches(seen.annotation, 'allow', /OPTIONS/),
  A4: () => matches(seen.annotation, 'content-type', /application\/ld\+json/),
  A5: () => matches(seen.annotation, 'link', /^<http:\/\/www\.w3\.org\/ns\/ldp#Resource>; rel="type"$/),
  A6: () => [seen.annotation, seen.annotationHead].forEach((reply) => matches(reply, 'etag', /^"[^"]+"$/)),
  A7: () => matches(seen.annotation, 'vary', /Accept/),
  A8: () => expect(seen.annotationHead.status).toBe(200),
  A9: () => expect(seen.annotationOptions.status).toBe(200),
  W1: () => expect(seen.created.status).toBe(201),
  W2: () => expect(String(seen.created.body.id).startsWith(seen.made.address)).toBe(true),
  W3: () => expect(seen.created.body.canonical).toMatch(/^urn:uuid:/),
  W4: () => expect(seen.created.headers.get('location')).toBe(seen.created.body.id),
  W5: async () => {
    const { body } = await post(seen.made.path, { ...theirs, id: 'https://their.example/1' }, seen.made.token)
    expect([String(body.id).startsWith(seen.made.address), body.via]).toEqual([true, 'https://their.example/1'])
    expect((await send('DELETE', String(body.id), { token: seen.made.token })).status).toBe(204)
  },
  W6: async () => {
    const { body } = await create()
    // Theirs moves it to another page, which is another article here; ours moves it to a passage.
    const selector = { type: 'TextQuoteSelector', exact: 'outraged' }
    const reply = await put(String(body.id), { ...body, target: { source: theirs.target, selector } }, seen.made.token)
    expect([reply.status, JSON.stringify(reply.body.target).includes('outraged')]).toEqual([200, true])
    expect((await send('GET', String(body.id))).body).toEqual(reply.body)
    expect((await send('DELETE', String(body.id), { token: seen.made.token })).status).toBe(204)
  },
  W7: async () => {
    const { body } = await create()
    expect((await send('DELETE', String(body.id), { token: seen.made.token })).status).toBe(204)
  },
  W8: async () => {
    const id = String((await create()).body.id)
    expect(await listed(id)).toBe(true)
    expect((await send('DELETE', id, { token: seen.made.token })).status).toBe(204)
    expect([await listed(id), (await send('GET', id)).status]).toEqual([false, 410])
  },
  // The address of the site is the operator's (NEXTAUTH_URL); where it is https, all of these are.
  S1: () => expect(seen.made.address.startsWith(new URL(process.env.NEXTAUTH_URL ?? '').origin)).toBe(true),
  S2: () => {
    expect(seen.minimal.body).toMatchObject({ total: 451, first: expect.any(String), last: expect.any(String) })
    expect(Object.keys(seen.minimal.body)).not.toEqual(expect.arrayContaining(['items']))
    expect(seen.minimal.text).not.toContain('contains')
  },
  S3: () => matches(seen.minimal, 'vary', /Prefer/),
  S4: () => expect(seen.minimal.headers.get('prefer')).toBeNull(),
  S5: () => {
    for (const item of seen.first.body.items as JsonObject[]) expect(item).toMatchObject({ '@context': expect.anything(), type: 'Annotation' })
  },
  S6: async () => expect((await prefer(iris)).items).toEqual(expect.arrayContaining([expect.stringMatching(/^http/)])),
  S7: async () => expect((await prefer(descriptions)).items).toEqual(expect.arrayContaining([expect.objectContaining({ type: 'Annotation' })])),
  S8: () => matches(seen.get, 'accept-post', /application\/ld\+json; profile="http:\/\/www\.w3\.org\/ns\/anno\.jsonld"/),
  X1: () => {
    for (const name of ['Allow', 'Content-Location', 'ETag', 'Link', 'Location', 'Vary']) {
      for (const reply of [seen.get, seen.annotation]) matches(reply, 'access-control-expose-headers', new RegExp(`\\b${name}\\b`))
    }
  },
}

describe('the checks of the W3C’s tests of servers', () => {
  test.each(Object.entries(checks))('%s', async (_, check) => void (await check()))

  test.skipIf(absent)('are all of those there are', () => {
    const { assertions } = JSON.parse(readFileSync(path.join(data, 'wpt-assertions.json'), 'utf8')) as { assertions: { id: string }[] }
    expect(Object.keys(checks).sort()).toEqual(assertions.map(({ id }) => id).sort())
  })
})

/** What the protocol demands of somebody else, or of what we do not have. */
const notOurs: Record<string, string> = {
  'WAP-091': 'binds clients: with what they ask for a deletion (the server’s part is WAP-093)',
  'WAP-101': 'containers for resources other than annotations, which there are none of',
}

test.skipIf(absent)('every MUST of the protocol is in the name of a test', () => {
  type Requirement = { id: string; section: string; levels: string[] }
  const { requirements } = JSON.parse(readFileSync(path.join(data, 'requirements.json'), 'utf8')) as { requirements: Requirement[] }
  const musts = requirements.filter(({ levels }) => levels.some((level) => level.startsWith('MUST')))
  const named = new Map<string, string>()
  for (const file of readdirSync(here).filter((name) => name.startsWith('protocol-'))) {
    let section = ''
    for (const line of readFileSync(path.join(here, file), 'utf8').split('\n')) {
      section = /^describe\('([^']+)'/.exec(line)?.[1] ?? section
      const title = /^ *test(?:\.each\(.*\))?\('([^']+)'/.exec(line)?.[1] ?? ''
      for (const id of title.split(':')[0]?.match(/WAP-\d{3}/g) ?? []) named.set(`${section} ${id}`, file)
    }
  }
  const missing = musts.filter(({ id, section }) => !named.has(`${section} ${id}`) && !Object.hasOwn(notOurs, id))
  expect(missing.map(({ id, section }) => `${section} ${id}`)).toEqual([])
  expect(Object.keys(notOurs).filter((id) => !musts.some((must) => must.id === id))).toEqual([])
})
