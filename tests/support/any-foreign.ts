import fc from 'fast-check'
import type { Foreign, Json, JsonObject } from '@/lib/domain/formats/foreign'

const iri = fc.constantFrom('https://example.org/1', 'urn:uuid:dbfb1861-0ecf-41ad-be94-a584e5c4f1df', 'http://例子.tw/路#丁')
const moment = fc.constantFrom('2015-01-28T12:00:00Z', '2026-11-23T03:04:05.678+08:00')
const words = fc.constantFrom('𠮷野家 👨‍👩‍👧', 'é\u0301', '"<script>', '', 'x:y')
const anyJson = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value).replaceAll('\\u0000', '').replace(/\\ud[89a-f]../g, '')) as Json)
const agent = fc.oneof(iri, fc.record({ id: iri, type: fc.constant('Person'), name: words }))

const properties: fc.Arbitrary<JsonObject> = fc.record(
  {
    creator: fc.oneof(agent, fc.array(agent, { minLength: 2, maxLength: 2 })),
    created: moment,
    modified: moment,
    generator: agent,
    generated: moment,
    rights: iri,
    canonical: iri,
    motivation: fc.constantFrom<Json>('bookmarking', ['editing', 'questioning']),
    stylesheet: iri,
    audience: fc.constant({ id: 'http://example.edu/roles/teacher', type: 'schema:EducationalAudience' }),
    type: fc.constant(['Annotation', 'x:Remark']),
    'x:unknown': anyJson,
    '@context': fc.constant(['http://www.w3.org/ns/anno.jsonld', { x: 'http://example.org/x#' }]),
  },
  { requiredKeys: ['stylesheet'] },
)

const body = fc.oneof(
  iri,
  fc.record({ type: fc.constant('TextualBody'), purpose: fc.constantFrom('tagging', 'identifying'), value: words }),
  fc.record({ id: iri, type: fc.constant('Video'), format: fc.constant('video/mp4') }),
  fc.record({ type: fc.constant('Choice'), items: fc.array(fc.record({ id: iri, language: words }), { minLength: 1, maxLength: 2 }) }),
  fc.record({ source: iri, selector: fc.constant({ type: 'XPathSelector', value: '//p[1]' }) }),
) as fc.Arbitrary<Json>

const extra = fc.record({ 'x:more': anyJson, rights: iri }, { requiredKeys: ['rights'] }) as fc.Arbitrary<JsonObject>

/** What a conforming annotation may bring that no column holds; `labels` and `evidence` for those given. */
export const anyForeign = (labels: string[], urls: string[], note: boolean, whole: boolean): fc.Arbitrary<Foreign> => {
  const byName = (names: string[]) => (names.length > 0 ? fc.dictionary(fc.constantFrom(...names), extra, { minKeys: 1 }) : fc.constant({}))
  return fc
    .record({
      properties,
      bodies: fc.array(body, { maxLength: 2 }),
      labels: byName(labels),
      evidence: byName(urls),
      note: note ? fc.record({ language: fc.constant('zh-Hant'), creator: iri }, { requiredKeys: [] }) : fc.constant({}),
      target: fc.record({
        properties: fc.record({ styleClass: fc.constant('red'), state: iri, scope: iri }, { requiredKeys: [] }),
        source: fc.record({ format: fc.constant('text/html'), 'x:more': anyJson }, { requiredKeys: [] }),
        ...(!whole && {
          quote: fc.record({ id: iri }, { requiredKeys: [] }),
          position: fc.record({ 'x:more': anyJson }, { requiredKeys: [] }),
          selectors: fc.array(fc.constantFrom<Json>({ type: 'XPathSelector', value: '/p' }, 'http://example.org/selector1'), { maxLength: 2 }),
        }),
      }).map(filled),
    })
    .map(filled) as fc.Arbitrary<Foreign>
}

function filled(parts: object): object {
  return Object.fromEntries(Object.entries(parts).filter(([, part]: [string, object]) => Object.keys(part).length > 0))
}
