import { systemViewer } from '@/lib/domain/viewer'
import { makeToken } from '@/lib/server/tokens'
import type { Known } from './bare'
import type { Target } from './load'

export type Layer = Known & { slug: string; number: number }
type Doors = Record<string, Target>

/** Everything that reads one of `layers`: of the bare server, and of the site. */
export function readingDoors(bench: string, site: string, layers: readonly Layer[]): Doors {
  const get = (address: string, path: (layer: Layer) => string): Target => ({
    address, method: 'GET', path: (at) => path(layers[at % layers.length]!),
  })
  const of = ({ layerId }: Layer) => `/api/v1/layers/${layerId}`
  return {
    'bare server, reading': get(bench, ({ number }) => `/bare/${number}`),
    'our code, reading': get(bench, ({ number }) => `/ours/${number}`),
    'our code, reading to export': get(bench, ({ number }) => `/exported/${number}`),
    'the site: a page of the container, JSON-LD': get(site, (layer) => `${of(layer)}/annotations/?page=first`),
    'the site: summary of the layer': get(site, (layer) => `${of(layer)}/summary`),
    'the site: the reader page': get(site, ({ slug }) => `/articles/${slug}`),
    'the site: health, which asks nothing': get(site, () => '/api/health/live'),
  }
}

/** Everything that creates an annotation in one of `layers`. */
export async function creatingDoors(bench: string, site: string, layers: readonly Layer[]): Promise<Doors> {
  const layer = (at: number) => layers[at % layers.length]!
  const post = (name: string): Target => ({ address: bench, method: 'POST', path: (at) => `/${name}/${layer(at).number}` })
  const token = await makeToken(systemViewer, layer(0).authorId, { name: 'Bench', scope: 'write', days: null })
  if (!token.ok) throw new Error(JSON.stringify(token.problems))
  const headers = {
    authorization: `Bearer ${token.value.token}`,
    'content-type': 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  }
  const label = { type: 'TextualBody', purpose: 'tagging', value: 'framing:loaded-language' }
  const annotation = ({ slug, quote }: Layer) => {
    const selector = { type: 'TextPositionSelector', start: 0, end: [...quote].length }
    return { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', body: label, target: { source: `${site}/articles/${slug}`, selector } }
  }
  return {
    'bare server, creating': post('bare'),
    'bare server, creating, live readers told': post('told'),
    'our code, creating': post('ours'),
    'the site: into the container, JSON-LD': {
      address: site, method: 'POST', headers,
      path: (at) => `/api/v1/layers/${layer(at).layerId}/annotations/`,
      body: (at) => JSON.stringify(annotation(layer(at))),
    },
  }
}
