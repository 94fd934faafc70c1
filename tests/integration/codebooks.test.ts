import { NextRequest } from 'next/server'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '@/lib/domain/formats/foreign'
import { labelRefsOf } from '@/lib/domain/codebook/registry'
import { readingCodebook } from '@/lib/domain/codebook/reading'
import { labelAddress } from '@/lib/domain/formats/w3c-addresses'
import { proxy } from '@/proxy'
import { send, site } from '../support/protocol'

describe('the address of a label', () => {
  test('leads programs to what it means, in every language', async () => {
    for (const ref of labelRefsOf(readingCodebook)) {
      const address = labelAddress(site, readingCodebook, ref)
      const { status, headers, body } = await send('GET', address.replace('/codebooks', '/api/v1/codebooks'))
      expect([status, headers.get('content-type'), headers.get('access-control-allow-origin')]).toEqual([200, 'application/ld+json', '*'])
      expect(body).toMatchObject({ id: address, type: 'Concept', inScheme: `${site}/codebooks/reading/1`, notation: `${ref.dimension}:${ref.label}` })
      for (const said of ['prefLabel', 'definition', 'example']) {
        expect(Object.keys(body[said] as JsonObject)).toEqual(['en', 'zh-Hant', 'zh-Hans'])
        expect(Object.values(body[said] as JsonObject)).not.toContain(ref.label)
      }
    }
  })

  test('is one of those in its codebook', async () => {
    const { body } = await send('GET', '/api/v1/codebooks/reading/1')
    const concepts = (body.hasTopConcept as JsonObject[]).flatMap(({ narrower }) => narrower as JsonObject[])
    expect(concepts.map(({ id }) => id)).toEqual(labelRefsOf(readingCodebook).map((ref) => labelAddress(site, readingCodebook, ref)))
  })

  test.each(['reading/2', 'reading/01', 'else/1', 'reading/1/framing/nonsense', 'reading/1/constructor/doubt', 'reading/1/sourcing/doubt'])(
    'is not %s',
    async (path) => expect((await send('GET', `/api/v1/codebooks/${path}`)).status).toBe(404),
  )

  test.each([
    ['application/ld+json', true],
    ['application/json;q=0.9, text/html;q=0.1', true],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', false],
    ['*/*', false],
    ['text/turtle', false],
    [undefined, false],
  ])('leads who accepts %s to data: %s', async (accept, data) => {
    const asked = new NextRequest(`${site}/codebooks/reading/1/framing/doubt`, { headers: accept ? { accept } : {} })
    const answer = await proxy(asked)
    expect(answer.headers.get('x-middleware-request-x-gloss-data')).toBe(data ? 'yes' : null)
    expect(answer.headers.get('vary')).toBe('Accept')
  })

  test('leads nobody to data who only says so in our own header', async () => {
    const answer = await proxy(new NextRequest(`${site}/codebooks/reading/1`, { headers: { accept: 'text/html', 'x-gloss-data': 'yes' } }))
    expect(answer.headers.get('x-middleware-request-x-gloss-data')).toBeNull()
  })
})

test.each([
  ['/library/', '/library'],
  ['/articles/a/?lang=zh-Hant', '/articles/a?lang=zh-Hant'],
  ['//evil.example/', '/evil.example'],
  ['/\\evil.example/', '/evil.example'],
])('a page asked for as %s is found at %s', async (path, canonical) => {
  const answer = await proxy(new NextRequest(new URL(site + path)))
  expect([answer.status, answer.headers.get('location')]).toEqual([308, site + canonical])
})

test('what is moved is moved to the public address, not to that of this process behind its proxy', async () => {
  const request = new NextRequest('https://10.0.0.7:3000/library/?q=x', { headers: { host: '10.0.0.7:3000', 'x-forwarded-proto': 'https' } })
  expect((await proxy(request)).headers.get('location')).toBe(`${site}/library?q=x`)
})

test.each(['/', '/library', '/articles/a?x=/'])('%s stays where it is', async (path) => {
  expect((await proxy(new NextRequest(new URL(site + path)))).headers.get('location')).toBeNull()
})
