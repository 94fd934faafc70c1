import { beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '@/lib/domain/formats/foreign'
import { container, descriptions, fill, iris, minimal, send, type Container } from '../support/protocol'

let small: Container
let large: Container
let empty: Container

beforeAll(async () => {
  small = await container()
  large = await container()
  empty = await container()
  await fill(small, 1)
  await fill(large, 450)
})

const itemsOf = (page: JsonObject) => page.items as JsonObject[]
const firstOf = (body: JsonObject) => body.first as JsonObject

describe('Container Representations', () => {
  test('WAP-035 WAP-036 WAP-039 WAP-040: it has an address of its own, both types, a label, its size and its last change', async () => {
    const { body } = await send('GET', large.path)
    expect(body.id).toBe(`${large.address}?iris=0`)
    expect(body).toMatchObject({ type: ['BasicContainer', 'AnnotationCollection'], label: 'The harbour (Open reading)', total: 450 })
    expect(new Date(body.modified as string).toISOString()).toBe(body.modified)
  })

  test('WAP-037 WAP-038: it leads to its first and its last page; an empty one has neither', async () => {
    const { body } = await send('GET', large.path)
    expect(firstOf(body)).toMatchObject({ type: 'AnnotationPage', id: `${large.address}?iris=0&page=first`, startIndex: 0 })
    const last = await send('GET', body.last as string)
    expect([last.status, last.body.startIndex, itemsOf(last.body).length]).toEqual([200, 400, 50])
    const nothing = await send('GET', empty.path)
    expect(nothing.body).toMatchObject({ total: 0 })
    expect(Object.keys(nothing.body)).not.toEqual(expect.arrayContaining(['first']))
    expect(Object.keys(nothing.body)).not.toEqual(expect.arrayContaining(['last']))
    expect((await send('GET', small.path)).body.last).toBe(`${small.address}?iris=0&page=first`)
  })

  test('WAP-041 WAP-043: Content-Location is the address of what was told, which differs for addresses and descriptions', async () => {
    for (const [prefer, id] of [[iris, '?iris=1'], [descriptions, '?iris=0'], [minimal, '?iris=0']] as const) {
      const { headers, body } = await send('GET', large.path, { headers: { prefer } })
      expect([headers.get('content-location'), body.id]).toEqual([large.address + id, large.address + id])
      const direct = await send('GET', large.path + id)
      expect([direct.body.id, direct.headers.get('content-location')]).toEqual([body.id, body.id])
    }
  })
})

describe('Container Representation Preferences', () => {
  test('WAP-044 WAP-045 WAP-046 WAP-050: what is preferred is done and said to be done; descriptions are the default', async () => {
    const told = async (prefer?: string) => {
      const { headers, body } = await send('GET', large.path, { headers: prefer ? { prefer } : {} })
      const first = typeof body.first === 'string' ? 'address' : typeof itemsOf(firstOf(body))[0]
      return [first, headers.get('preference-applied'), headers.get('prefer')]
    }
    expect(await told()).toEqual(['object', null, null])
    expect(await told(descriptions)).toEqual(['object', 'return=representation', null])
    expect(await told(iris)).toEqual(['string', 'return=representation', null])
    expect(await told(minimal)).toEqual(['address', 'return=representation', null])
    expect(await told('respond-async')).toEqual(['object', null, null])
  })

  test('WAP-048: addresses and descriptions at once are refused', async () => {
    const both = `return=representation;include="http://www.w3.org/ns/oa#PreferContainedIRIs http://www.w3.org/ns/oa#PreferContainedDescriptions"`
    const { status, headers } = await send('GET', large.path, { headers: { prefer: both } })
    expect([status, headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8'])
  })
})

describe('Representations without Annotations', () => {
  test('WAP-052 WAP-053: the minimal one neither embeds nor lists annotations; its pages keep the other preference', async () => {
    const { body } = await send('GET', large.path, { headers: { prefer: minimal } })
    expect(Object.keys(body)).not.toContain('contains')
    expect(body.first).toBe(`${large.address}?iris=0&page=first`)
    expect(body.last).toEqual(expect.stringContaining(`${large.address}?iris=0&page=`))
    const both = minimal.replace('#PreferMinimalContainer', '#PreferMinimalContainer http://www.w3.org/ns/oa#PreferContainedIRIs')
    const addresses = (await send('GET', large.path, { headers: { prefer: both } })).body
    expect(addresses.first).toBe(`${large.address}?iris=1&page=first`)
    const page = await send('GET', addresses.first as string)
    expect(itemsOf(page.body).every((item) => typeof item === 'string')).toBe(true)
  })
})

describe('Representations with Annotation IRIs', () => {
  test('WAP-055 WAP-056: first is a page of addresses, and so is what follows it', async () => {
    const { body } = await send('GET', large.path, { headers: { prefer: iris } })
    const first = firstOf(body)
    expect(first.type).toBe('AnnotationPage')
    const next = (await send('GET', first.next as string)).body
    for (const page of [first, next]) {
      expect(itemsOf(page)).toHaveLength(200)
      expect(itemsOf(page).every((item) => typeof item === 'string' && String(item).startsWith(large.address))).toBe(true)
    }
    expect((await send('GET', String(itemsOf(next)[0]))).status).toBe(200)
  })
})

describe('Representations with Annotation Descriptions', () => {
  test('WAP-057 WAP-058: first is a page of whole annotations, and so is what follows it', async () => {
    const { body } = await send('GET', large.path, { headers: { prefer: descriptions } })
    const next = (await send('GET', firstOf(body).next as string)).body
    for (const item of [...itemsOf(firstOf(body)), ...itemsOf(next)]) {
      expect(item).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', target: { type: 'SpecificResource' } })
    }
    const [one] = itemsOf(next)
    expect((await send('GET', one?.id as string)).body).toEqual(one)
  })
})

describe('Annotation Pages', () => {
  const walk = async (address: string, link: 'next' | 'prev') => {
    const pages: JsonObject[] = []
    for (let at: string | null = address; at !== null; at = (pages.at(-1)?.[link] as string | undefined) ?? null) {
      const { status, body, headers } = await send('GET', at)
      expect([status, body.id, headers.get('content-location')]).toEqual([200, at, at])
      pages.push(body)
    }
    return pages
  }

  test.each([0, 1])('WAP-059 WAP-060 WAP-061 WAP-062 WAP-063 WAP-064: pages lead on and back, and know their place (iris=%i)', async (kind) => {
    const { body } = await send('GET', `${large.path}?iris=${kind}`)
    const pages = await walk(firstOf(body).id as string, 'next')
    expect(pages.map(({ startIndex }) => startIndex)).toEqual([0, 200, 400])
    expect(pages.at(-1)?.id).toBe(body.last)
    expect(pages.map(({ prev }) => prev)).toEqual([undefined, pages[0]?.id, pages[1]?.id])
    const ids = pages.flatMap((page) => itemsOf(page).map((item) => (kind === 1 ? item : item.id)))
    expect(new Set(ids).size).toBe(450)
    for (const page of pages) {
      expect(page).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage' })
      expect(page.partOf).toMatchObject({ id: `${large.address}?iris=${kind}`, total: 450, modified: body.modified })
    }
    expect((await walk(body.last as string, 'prev')).reverse()).toEqual(pages)
    // The embedded first page says the same, and what it is part of.
    expect({ ...firstOf(body), '@context': pages[0]?.['@context'], partOf: pages[0]?.partOf }).toEqual(pages[0])
    expect(firstOf(body).partOf).toBe(body.id)
  })

  test('a page stays where it is while what it comes after is deleted, and nobody who walks on misses anything', async () => {
    const made = await container()
    await fill(made, 401)
    const first = firstOf((await send('GET', `${made.path}?iris=1`)).body)
    const before = (await send('GET', first.next as string)).body
    const gone = String(itemsOf(first).at(-1))
    expect((await send('DELETE', gone, { token: made.token })).status).toBe(204)
    const after = (await send('GET', first.next as string)).body
    expect(after.items).toEqual(before.items)
    expect([before.startIndex, after.startIndex]).toEqual([200, 199])
  })

  test('there are no other pages', async () => {
    const elsewhere = itemsOf(firstOf((await send('GET', `${small.path}?iris=1`)).body)).map((item) => String(item).split('/').at(-1))
    for (const page of ['0', '', 'last', ...elsewhere]) {
      expect((await send('GET', `${large.path}?page=${page}`)).status).toBe(404)
    }
    expect((await send('GET', `${small.path}?page=first&iris=1`)).status).toBe(200)
    expect((await send('GET', `${empty.path}?page=first`)).body).toMatchObject({ items: [], startIndex: 0 })
  })
})
