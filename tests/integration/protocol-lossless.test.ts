import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '@/lib/domain/formats/foreign'
import { modelChecker, withoutModel } from '../support/annotation-model'
import { container, descriptions, iris, minimal, post, put, send, site, sourceUrl, type Container } from '../support/protocol'

let made: Container
beforeAll(async () => {
  made = await container()
})

const label = `${site}/codebooks/reading/1/framing/loaded-language`
const rich: JsonObject = {
  '@context': ['http://www.w3.org/ns/anno.jsonld', { ex: 'https://ex.example/ns#' }],
  id: 'https://elsewhere.example/anno1',
  type: ['Annotation', 'ex:Reading'],
  motivation: ['classifying', 'commenting'],
  creator: { id: 'https://people.example/mara', type: 'Person', name: 'Mara', nickname: 'm', email_sha1: '58bad08927902ff9307b621c54716dcc5083e339' },
  created: '2015-10-13T13:00:00Z',
  generator: { id: 'https://tool.example/', type: 'Software', name: 'Tool', homepage: 'https://tool.example/home' },
  generated: '2015-10-14T15:13:28Z',
  rights: 'https://creativecommons.org/publicdomain/zero/1.0/',
  canonical: 'urn:uuid:dbfb1861-0ecf-41ad-be94-a584e5c4f1df',
  audience: { id: 'https://classes.example/7b', type: 'schema:EducationalAudience' },
  stylesheet: 'https://styles.example/one.css',
  'ex:weight': { a: [1, 2.5, { b: null }], z: '𠮷野' },
  body: [
    { type: 'SpecificResource', purpose: 'classifying', source: { id: label, type: 'skos:Concept' }, creator: 'https://people.example/mara', created: '2015-10-13T13:00:00Z' },
    { type: 'TextualBody', purpose: 'commenting', value: 'Strong words.', format: 'text/plain', language: 'en', processingLanguage: 'en', textDirection: 'ltr', rights: 'https://rights.example/' },
    { type: 'SpecificResource', purpose: 'linking', source: { id: 'https://evidence.example/1', type: 'Text', format: 'text/html', label: 'Evidence' }, 'ex:page': 4 },
    { id: 'https://video.example/1', type: 'Video', format: 'video/mp4', accessibility: ['captions'] },
    'https://plain.example/body',
    { type: 'Choice', items: [{ id: 'https://note.example/1', language: 'en' }, { type: 'TextualBody', value: 'autre', language: 'fr' }] },
    { type: 'TextualBody', purpose: 'tagging', value: 'not of the codebook' },
  ],
  target: {
    type: 'SpecificResource',
    source: { id: sourceUrl, type: 'Text', format: 'text/html', language: 'en' },
    selector: [
      { type: 'TextQuoteSelector', exact: 'outraged', 'ex:by': 'hand' },
      { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3236', value: 'p2' },
    ],
    state: { type: 'TimeState', sourceDate: '2015-07-20T13:30:00Z' },
    styleClass: 'red',
    scope: 'https://scope.example/',
    renderedVia: { id: 'https://reader.example/', type: 'Software' },
  },
}

/** What an annotation is to say after its stay here: its id is the server's, the passage is told by quote and position. */
const told = ({ id, target: given, ...rest }: JsonObject): JsonObject => {
  const { source, selector, ...target } = given as { source: JsonObject; selector: JsonObject[] }
  const [quote, ...others] = selector
  return {
    ...rest,
    via: id as string,
    target: { ...target, source: { ...source, id: `${site}/api/v1/articles/${made.id}/revisions/1` }, selector: [quote!, { type: 'TextPositionSelector' }, ...others] },
  }
}

describe('an annotation from elsewhere', () => {
  test('keeps everything that it says, in what is answered, fetched, listed and imported', async () => {
    const created = await post(made.path, rich, made.token)
    expect([created.status, created.body]).toMatchObject([201, told(rich)])
    expect((await send('GET', String(created.body.id))).body).toEqual(created.body)
    const first = (await send('GET', made.path)).body.first as JsonObject
    expect((first.items as JsonObject[]).find(({ id }) => id === created.body.id)).toEqual(created.body)

    const there = await container()
    const imported = await send('POST', `/api/v1/layers/${there.layerId}/import`, {
      headers: { 'content-type': 'application/ld+json' }, body: [rich], token: there.token,
    })
    expect(imported.body).toEqual({ created: 1, refused: [] })
  })

  test('keeps it when it is put back as it was fetched', async () => {
    const { body } = await post(made.path, rich, made.token)
    const again = await put(String(body.id), body, made.token)
    const { modified: _, ...same } = body
    expect([again.status, again.body]).toMatchObject([200, same])
    expect(JSON.stringify({ ...again.body, modified: body.modified! })).toBe(JSON.stringify(body))
  })
})

test.skipIf(withoutModel)('what is told is well formed by the W3C’s own checks: annotations, containers and pages', async () => {
  const [annotationFaults, containerFaults, pageFaults] = (['annotations/annotationMusts', 'collections/collectionMusts', 'collections/pages/pageMusts'] as const).map(modelChecker)
  const { body } = await post(made.path, rich, made.token)
  expect(annotationFaults?.(body)).toEqual([])
  for (const prefer of [minimal, iris, descriptions]) {
    const { body: told } = await send('GET', made.path, { headers: { prefer } })
    expect([prefer, containerFaults?.(told)]).toEqual([prefer, []])
    const page = await send('GET', `${String(told.id)}&page=first`)
    expect([prefer, pageFaults?.(page.body)]).toEqual([prefer, []])
  }
})
if (withoutModel) console.log(withoutModel)

const samples = path.resolve('../shared/data/wadm/samples-correct')
const absent = !existsSync(samples)
if (absent) console.log(`Not tried with the samples of the data model: there is no ${samples}.`)

test.skipIf(absent)('every sample of the data model is held without loss, but for where it points, or refused with a reason', async () => {
  const refused: string[] = []
  for (const file of readdirSync(samples).filter((name) => name.endsWith('.json')).sort()) {
    const sample = JSON.parse(readFileSync(path.join(samples, file), 'utf8')) as JsonObject
    const sent: JsonObject = { ...sample, target: sourceUrl }
    const reply = await post(made.path, sent, made.token)
    if (reply.status !== 201) {
      expect([file, reply.status, (reply.body.errors as JsonObject[])[0]?.message]).toEqual([file, 422, expect.any(String)])
      refused.push(file.replace('.json', ''))
      continue
    }
    const words = wordsIn({ ...sent, target: null, id: null, type: null })
    const back = wordsIn(reply.body)
    expect([file, [...words].filter((word) => !back.has(word))]).toEqual([file, []])
  }
  // No annotations, or not conforming ones (as the notes of the samples say).
  expect(refused.every((name) => /^(collection1|example4[1-3]|anno1[1-3])$/.test(name)), refused.join(', ')).toBe(true)
}, 60_000)

/** Every text and number somewhere in a value; HTML by what it means, not by how it is escaped. */
function wordsIn(value: Json): Set<string> {
  if (Array.isArray(value)) return new Set(value.flatMap((each) => [...wordsIn(each)]))
  if (typeof value !== 'object' || value === null) return new Set(value === null ? [] : [String(value).replaceAll('&#39;', "'").replaceAll('&quot;', '"')])
  return new Set(Object.values(value).flatMap((each) => [...wordsIn(each)]))
}
