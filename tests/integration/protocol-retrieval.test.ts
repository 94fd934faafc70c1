import { beforeAll, describe, expect, test } from 'vitest'
import { placeFlag } from '../support/flagged-article'
import { container, fill, iris, jsonLd, minimal, send, text, type Container } from '../support/protocol'

let small: Container
let annotation: string

beforeAll(async () => {
  small = await container()
  const id = await placeFlag(small.layerId, small.revisionId, text, { by: small.owner, on: 'outraged', labels: ['framing:loaded-language'] })
  annotation = small.path + id
})

describe('Annotation Retrieval', () => {
  test('WAP-004: an annotation answers GET with its description, HEAD with the same headers, OPTIONS with 200', async () => {
    const get = await send('GET', annotation)
    expect([get.status, get.body.type]).toEqual([200, 'Annotation'])
    const head = await send('HEAD', annotation)
    expect([head.status, head.text]).toEqual([200, ''])
    for (const name of ['etag', 'content-type', 'link', 'allow', 'vary', 'content-location']) {
      expect([name, head.headers.get(name)]).toEqual([name, get.headers.get(name)])
    }
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(get.text)))
    const options = await send('OPTIONS', annotation)
    expect([options.status, options.text]).toEqual([200, ''])
    expect(options.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS, PUT, DELETE')
  })

  test('WAP-006 WAP-007: in JSON-LD with the profile, whether asked for by profile, by type or not at all', async () => {
    for (const accept of [jsonLd, 'application/ld+json', '*/*', undefined]) {
      const { headers, body } = await send('GET', annotation, { headers: accept ? { accept } : {} })
      expect(headers.get('content-type')).toBe(jsonLd)
      expect(body['@context']).toBe('http://www.w3.org/ns/anno.jsonld')
    }
    expect((await send('GET', annotation, { headers: { accept: 'application/json' } })).headers.get('content-type')).toBe('application/json')
  })

  test('WAP-009: what cannot be told in a type that is taken is 406, with those that can be', async () => {
    for (const address of [annotation, small.path]) {
      const refused = await send('GET', address, { headers: { accept: 'text/turtle, text/html' } })
      expect(refused.status).toBe(406)
      expect(refused.body.title).toContain('application/ld+json')
    }
  })

  test('WAP-012: it links to the type ldp:Resource, and to nothing that an exact reader would stumble over', async () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      expect((await send(method, annotation)).headers.get('link')).toBe('<http://www.w3.org/ns/ldp#Resource>; rel="type"')
    }
  })

  test('WAP-014: GET and HEAD carry the same strong entity tag, with which a reader who has it already is told so', async () => {
    const etag = (await send('GET', annotation)).headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]{27}"$/)
    expect((await send('HEAD', annotation)).headers.get('etag')).toBe(etag)
    const again = await send('GET', annotation, { headers: { 'if-none-match': `"other", W/${etag}` } })
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag])
    expect((await send('GET', annotation, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  })

  test('WAP-015: every answer lists the methods there are', async () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'POST', 'PATCH']) {
      const { headers, status } = await send(method, annotation)
      expect(headers.get('allow')).toBe('GET, HEAD, OPTIONS, PUT, DELETE')
      if (method === 'POST' || method === 'PATCH') expect(status).toBe(405)
    }
  })

  test('WAP-016: answers vary with Accept', async () => {
    for (const method of ['GET', 'HEAD']) expect((await send(method, annotation)).headers.get('vary')).toContain('Accept')
  })
})

describe('Annotation Containers', () => {
  test('WAP-017 WAP-019: each layer has one, whose address ends in a slash and has neither query nor fragment', async () => {
    expect(small.path).toMatch(/^[^?#]*\/$/)
    expect((await send('GET', small.path)).status).toBe(200)
    const made = (await send('GET', annotation)).body.id as string
    expect(made).toBe(small.address + made.split('/').at(-1))
    const bare = await send('GET', `${small.path.slice(0, -1)}?iris=1`)
    expect([bare.status, bare.headers.get('location')]).toEqual([308, `${small.path}?iris=1`])
    expect((await send('GET', `${annotation}/`)).headers.get('location')).toBe(annotation)
  })
})

describe('Container Retrieval', () => {
  test('WAP-021 WAP-026 WAP-034: the container answers GET, HEAD and OPTIONS, and says what may be posted', async () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      const { status, headers } = await send(method, small.path)
      expect([status, headers.get('allow')]).toEqual([200, 'GET, HEAD, OPTIONS, POST'])
      expect(headers.get('accept-post')).toContain('application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"')
    }
  })

  test('WAP-022 WAP-023 WAP-032: GET describes the container, without Accept in JSON-LD', async () => {
    const { headers, body } = await send('GET', small.path)
    expect(headers.get('content-type')).toBe(jsonLd)
    expect(body).toMatchObject({ type: ['BasicContainer', 'AnnotationCollection'], total: 1 })
    // WAP-024
    expect(body['@context']).toEqual(['http://www.w3.org/ns/anno.jsonld', 'http://www.w3.org/ns/ldp.jsonld'])
  })

  test('WAP-028 WAP-029: every answer says that it is a container and what constrains it, refusals and pages too', async () => {
    const answers = await Promise.all([
      send('GET', small.path), send('HEAD', small.path), send('OPTIONS', small.path), send('POST', small.path), send('PATCH', small.path),
      send('PUT', small.path), send('DELETE', small.path), send('GET', small.path, { token: 'nobody-has-this' }),
      send('GET', small.path, { headers: { accept: 'text/turtle' } }), send('GET', `${small.path}?page=first`),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 401, 405, 405, 405, 401, 406, 200])
    for (const { headers } of answers) {
      expect(headers.get('link')).toContain('<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"')
      expect(headers.get('link')).toContain('<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"')
    }
  })

  test('WAP-030: GET and HEAD carry a strong entity tag, another one for each representation, which changes with the container', async () => {
    const made = await container()
    await fill(made, 1)
    const tagOf = async (prefer = '', method = 'GET') => (await send(method, made.path, { headers: { prefer } })).headers.get('etag')
    const tags = await Promise.all([tagOf(), tagOf(iris), tagOf(minimal)])
    await placeFlag(made.layerId, made.revisionId, text, { by: made.owner, on: 'outraged', labels: ['framing:loaded-language'] })
    const later = await Promise.all([tagOf(), tagOf(iris), tagOf(minimal)])
    expect(new Set([...tags, ...later]).size).toBe(6)
    expect(await tagOf(iris, 'HEAD')).toBe(later[1])
    const etag = later[0] ?? ''
    expect((await send('GET', made.path, { headers: { 'if-none-match': etag } })).status).toBe(304)
  })

  test('WAP-033: answers vary with Accept, with Prefer and with who asks', async () => {
    for (const method of ['GET', 'HEAD']) {
      const vary = (await send(method, small.path)).headers.get('vary') ?? ''
      expect(vary.split(', ').sort()).toEqual(['Accept', 'Authorization', 'Cookie', 'Prefer'])
    }
  })
})

describe('Discovery of Annotation Containers', () => {
  test('WAP-069: an article and each of its revisions link to the container of their annotations', async () => {
    const link = `<${small.address}>; rel="http://www.w3.org/ns/oa#annotationService"`
    for (const path of [`/api/v1/articles/${small.id}`, `/api/v1/articles/${small.id}/revisions/1?format=text`, `/api/v1/articles/${small.id}/revisions/1`]) {
      expect((await send('GET', path)).headers.get('link')).toContain(link)
    }
  })
})
