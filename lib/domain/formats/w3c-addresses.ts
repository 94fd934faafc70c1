import type { Codebook, LabelRef } from '../codebook/codebook'
import { labelRefsOf } from '../codebook/registry'
import { onSite } from './site-address'

/** The JSON-LD context of the Web Annotation Data Model, and the profile of its media type. */
export const annotationContext = 'http://www.w3.org/ns/anno.jsonld'

/** A label as files name it. `sourcing:unnamed-bare` */
export const labelName = ({ dimension, label }: LabelRef): string => `${dimension}:${label}`

/** The label that a name means in a codebook, or null. */
export function labelNamed(codebook: Codebook, name: string): LabelRef | null {
  return labelsByName(codebook).get(name) ?? null
}

/** Where a label of a codebook is described. `<base>/codebooks/reading/1/framing/doubt` */
export function labelAddress(base: string, codebook: Codebook, { dimension, label }: LabelRef): string {
  return `${codebooksAddress(base)}${codebook.slug}/${codebook.version}/${dimension}/${label}`
}

/**
 * The name of the label that an address means: null where it is none of this site's codebook addresses, `unknown` where
 * it is one and this codebook has no such label.
 */
export function labelAtAddress(base: string, codebook: Codebook, address: string): { name: string } | 'unknown' | null {
  const here = onSite(base, address)
  if (!here.startsWith(codebooksAddress(base))) return null
  const own = `${codebooksAddress(base)}${codebook.slug}/${codebook.version}/`
  const name = here.startsWith(own) ? here.slice(own.length).replace('/', ':') : ''
  return labelNamed(codebook, name) ? { name } : 'unknown'
}

/** The address of a revision for machines: what `target.source` says. */
export const revisionAddress = (base: string, articleId: string, revision: number): string =>
  `${base}/api/v1/articles/${articleId}/revisions/${revision}`

/** The Annotation Container of a layer. */
export const containerAddress = (base: string, layerId: string): string => `${base}/api/v1/layers/${layerId}/annotations/`

/** A person, by a name that no page has to answer for. */
export const personAddress = (userId: string): string => `urn:uuid:${userId}`

/**
 * What our annotations say beyond the standard's vocabulary, as properties with absolute IRIs for keys: valid JSON-LD
 * wherever the annotation is embedded, without a context of our own.
 */
export const ownProperties = (base: string) => ({ confidence: `${base}/ns#confidence`, sourceName: `${base}/ns#sourceName`, postedBy: `${base}/ns#postedBy` })

/** How the program that made an annotation is named. */
export const ownGenerator = (base: string) => ({ id: `${base}/`, type: 'Software', name: 'Gloss' })

const codebooksAddress = (base: string) => `${base}/codebooks/`

const known = new WeakMap<Codebook, ReadonlyMap<string, LabelRef>>()

function labelsByName(codebook: Codebook): ReadonlyMap<string, LabelRef> {
  const made = known.get(codebook) ?? new Map(labelRefsOf(codebook).map((ref) => [labelName(ref), ref]))
  known.set(codebook, made)
  return made
}
