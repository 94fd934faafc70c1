import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { annotationPath } from '@/lib/domain/live'
import type { SignedIn } from '@/lib/domain/viewer'
import { sealSession, sessionCookie } from '@/lib/server/session-token'
import { openSession } from '@/lib/server/sessions'
import { reader } from '../support/flagged-article'
import { annotationOn, container, iris, post, put, send, site, tokenOf, type Container } from '../support/protocol'

let open: Container
let hidden: Container
let ben: SignedIn
let paths: { [name in 'open' | 'hidden']: string }

beforeAll(async () => {
  open = await container()
  hidden = await container({ visibility: 'private' })
  ben = await reader('Ben')
  const [one, other] = await Promise.all([open, hidden].map((each) => post(each.path, annotationOn('outraged'), each.token)))
  paths = { open: new URL(String(one?.body.id)).pathname, hidden: new URL(String(other?.body.id)).pathname }
})

const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH']

describe('what one may not see', () => {
  test('does not exist: private containers answer strangers, signed out or in, as ones that were never made', async () => {
    const nowhere = hidden.path.replace(hidden.layerId, randomUUID())
    const token = await tokenOf(ben)
    for (const who of [{}, { token }]) {
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST']) {
        const [there, not] = await Promise.all([send(method, hidden.path, who), send(method, nowhere, who)])
        expect([method, there.status, not.status]).toEqual([method, 404, 404])
        expect(there.text).toBe(not.text)
        expect(namesOf(there.headers)).toEqual(namesOf(not.headers))
      }
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']) {
        expect([method, (await send(method, paths.hidden, who)).status]).toEqual([method, 404])
      }
      expect((await send('GET', `${hidden.path}?page=first`, who)).status).toBe(404)
      const imported = await send('POST', hidden.path.replace('annotations/', 'import'), { ...who, body: [], headers: { 'content-type': 'application/json' } })
      expect(imported.status).toBe(404)
    }
    expect((await send('GET', paths.hidden, { token: hidden.token })).status).toBe(200)
    expect((await send('GET', hidden.path, { token: hidden.token })).body.total).toBe(1)
  })

  test('an annotation is found under its own container only', async () => {
    const id = paths.hidden.split('/').at(-1)
    expect((await send('GET', open.path + id, { token: hidden.token })).status).toBe(404)
    expect((await send('DELETE', open.path + id, { token: hidden.token })).status).toBe(404)
    for (const odd of ['x', '%00', '..%2f', randomUUID(), 'null']) expect((await send('GET', open.path + odd)).status).toBe(404)
    for (const odd of ['x', '%27%3B--', '0']) expect((await send('GET', `/api/v1/layers/${odd}/annotations/`)).status).toBe(404)
  })
})

describe('writing', () => {
  test('needs a token, of the scope for it; the answer says which', async () => {
    const read = await tokenOf(open.owner, 'read')
    const anonymous = await post(open.path, annotationOn('outraged'))
    expect([anonymous.status, anonymous.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="gloss"'])
    for (const reply of [await post(open.path, annotationOn('outraged'), read), await put(paths.open, annotationOn('outraged'), read)]) {
      expect([reply.status, reply.headers.get('www-authenticate')]).toEqual([403, expect.stringContaining('scope="write"')])
    }
    expect((await send('DELETE', paths.open)).status).toBe(401)
    expect((await send('GET', paths.open, { token: read })).status).toBe(200)
    expect((await send('GET', paths.open, { token: 'gloss_not-a-token' })).status).toBe(401)
  })

  test('to what somebody else wrote is refused to who may see it', async () => {
    const token = await tokenOf(ben)
    expect((await put(paths.open, annotationOn('outraged'), token)).status).toBe(403)
    expect((await send('DELETE', paths.open, { token })).status).toBe(403)
  })

  test('with the cookie of a signed-in browser is for pages of our own only', async () => {
    const sealed = await sealSession(await openSession(ben.id, null))
    const cookie = `${sessionCookie().name}=${sealed}`
    const from = (site: string) => post(open.path, annotationOn('outraged'), undefined, { cookie, 'sec-fetch-site': site })
    expect((await from('cross-site')).status).toBe(403)
    expect((await from('same-origin')).status).toBe(201)
  })

  test('takes JSON only', async () => {
    for (const type of ['text/turtle', 'text/plain', 'application/x-www-form-urlencoded', '']) {
      const reply = await post(open.path, annotationOn('outraged'), open.token, { 'content-type': type })
      expect([type, reply.status]).toEqual([type, 415])
      expect(reply.headers.get('accept-post')).toContain('application/ld+json')
    }
    for (const type of ['application/json', 'application/ld+json', 'Application/LD+JSON; charset=UTF-8', 'application/ld+json;profile="http://example.org/x"']) {
      expect([type, (await post(open.path, annotationOn('outraged'), open.token, { 'content-type': type })).status]).toEqual([type, 201])
    }
    expect((await put(paths.open, annotationOn('outraged'), open.token, { 'content-type': 'text/turtle' })).status).toBe(415)
  })

  test('is not done where its answer could not be told', async () => {
    const before = (await send('GET', open.path)).body.total
    expect((await post(open.path, annotationOn('outraged'), open.token, { accept: 'text/turtle' })).status).toBe(406)
    expect((await send('GET', open.path)).body.total).toBe(before)
  })
})

describe('pages of other sites', () => {
  const origin = 'https://tool.example'

  test('may read every answer and its headers, and never with our cookie', async () => {
    const answers = [
      await send('GET', open.path, { headers: { origin } }),
      await send('GET', paths.open, { headers: { origin } }),
      await send('GET', paths.hidden, { headers: { origin } }),
      await post(open.path, annotationOn('nowhere'), open.token, { origin }),
      await send('GET', open.path.slice(0, -1), { headers: { origin } }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 422, 308])
    for (const { headers } of answers) {
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('access-control-allow-credentials')).toBeNull()
    }
    const exposed = answers[0]?.headers.get('access-control-expose-headers')?.split(', ')
    expect(exposed).toEqual(expect.arrayContaining(['Allow', 'Content-Location', 'ETag', 'Link', 'Location', 'Vary']))
  })

  test('ask before they write, and get the same answer whatever is there', async () => {
    const ask = (path: string) =>
      send('OPTIONS', path, { headers: { origin, 'access-control-request-method': 'PUT', 'access-control-request-headers': 'authorization, if-match' } })
    const answers = await Promise.all([ask(paths.open), ask(paths.hidden), ask(open.path + randomUUID())])
    for (const { status, headers } of answers) {
      expect([status, headers.get('access-control-allow-origin')]).toEqual([200, '*'])
      expect(headers.get('access-control-allow-methods')).toContain('PUT')
      expect(headers.get('access-control-allow-headers')).toContain('Authorization')
      expect(headers.get('access-control-allow-headers')).toContain('Prefer')
    }
    expect(namesOf(answers[0]!.headers)).toEqual(namesOf(answers[2]!.headers))
  })
})

test('the address that live events give leads to the annotation', async () => {
  const id = paths.open.split('/').at(-1) ?? ''
  const address = new URL(annotationPath(open.layerId, id), site).href
  expect((await send('GET', address)).body.id).toBe(address)
})

test('no answer of the protocol is kept for somebody else', async () => {
  for (const path of [open.path, paths.open]) {
    for (const method of methods) {
      const { headers, status } = await send(method, path, { headers: { prefer: iris } })
      if (status < 400 && method !== 'OPTIONS') expect(headers.get('cache-control')).toBe('private, no-cache')
      expect(headers.get('vary')).toContain('Authorization')
    }
  }
})

const namesOf = (headers: Headers) => [...headers.keys()].sort()
