import 'server-only'
import { dimensions, type Codebook, type Dimension } from '@/lib/domain/codebook/codebook'
import { findCodebook } from '@/lib/domain/codebook/registry'
import type { JsonObject } from '@/lib/domain/formats/foreign'
import { labelAddress } from '@/lib/domain/formats/w3c-addresses'
import type { LabelWords } from '@/lib/i18n/label-words'
import { locales, type Locale } from '@/lib/i18n/locales'
import { messagesOf } from '@/lib/i18n/messages'
import { siteAddress } from './site-address'

/** The codebook that an address names (`reading`, `1`), or null. */
export const codebookAt = (slug: string, version: string): Codebook | null =>
  /^[1-9]\d{0,5}$/.test(version) ? findCodebook(slug, Number(version)) : null

/** A codebook as a SKOS concept scheme in JSON-LD: its dimensions are the top concepts, the labels stand below them. */
export async function codebookData(codebook: Codebook): Promise<JsonObject> {
  const scheme = schemeAddress(codebook)
  const words = await everyLanguage()
  const inAll = (pick: (codebook: Words) => string) => spoken(words, pick)
  return {
    '@context': context,
    id: scheme,
    type: 'ConceptScheme',
    hasTopConcept: dimensions.map((dimension) => ({
      id: `${scheme}#${dimension}`,
      type: 'Concept',
      prefLabel: inAll((each) => each.dimensions[dimension].name),
      definition: inAll((each) => each.dimensions[dimension].hint),
      narrower: codebook.labels[dimension].map(({ id, source }) => concept(codebook, { dimension, label: id, source }, words)),
    })),
  }
}

/** One label as a SKOS concept in JSON-LD, or null where the codebook has no such label. */
export async function labelData(codebook: Codebook, dimension: string, label: string): Promise<JsonObject | null> {
  const of = dimensions.find((each) => each === dimension)
  const found = of && codebook.labels[of].find(({ id }) => id === label)
  if (!of || !found) return null
  return { '@context': context, ...concept(codebook, { dimension: of, label, source: found.source }, await everyLanguage()) }
}

function concept(codebook: Codebook, { dimension, label, source }: { dimension: Dimension; label: string; source: string }, words: Spoken): JsonObject {
  const scheme = schemeAddress(codebook)
  const say = (field: keyof LabelWords) => spoken(words, (each) => (each.labels[dimension] as Record<string, LabelWords | undefined>)[label]?.[field] ?? label)
  return {
    id: labelAddress(siteAddress(), codebook, { dimension, label }),
    type: 'Concept',
    inScheme: scheme,
    broader: `${scheme}#${dimension}`,
    notation: `${dimension}:${label}`,
    prefLabel: say('name'),
    definition: say('definition'),
    example: say('example'),
    source,
  }
}

const schemeAddress = ({ slug, version }: Codebook) => `${siteAddress()}/codebooks/${slug}/${version}`

type Words = Awaited<ReturnType<typeof messagesOf>>['codebook']
type Spoken = { locale: Locale; words: Words }[]

const everyLanguage = (): Promise<Spoken> =>
  Promise.all(locales.map(async (locale) => ({ locale, words: (await messagesOf(locale)).codebook })))
const spoken = (all: Spoken, pick: (words: Words) => string): JsonObject =>
  Object.fromEntries(all.map(({ locale, words }) => [locale, pick(words)]))

const skos = (name: string) => `http://www.w3.org/2004/02/skos/core#${name}`
const inLanguages = (name: string) => ({ '@id': skos(name), '@container': '@language' })
const address = (name: string) => ({ '@id': skos(name), '@type': '@id' })
const context = {
  id: '@id',
  type: '@type',
  Concept: skos('Concept'),
  ConceptScheme: skos('ConceptScheme'),
  hasTopConcept: address('hasTopConcept'),
  narrower: address('narrower'),
  broader: address('broader'),
  inScheme: address('inScheme'),
  notation: skos('notation'),
  prefLabel: inLanguages('prefLabel'),
  definition: inLanguages('definition'),
  example: inLanguages('example'),
  source: 'http://purl.org/dc/terms/source',
}
