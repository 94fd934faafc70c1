import 'server-only'
import { confidences } from '@/lib/domain/annotation'
import type { JsonObject } from '@/lib/domain/formats/foreign'
import { ownProperties } from '@/lib/domain/formats/w3c-addresses'
import { siteAddress } from './site-address'

/** The properties of our annotations that the standard has no word for, as an RDF vocabulary in JSON-LD. */
export function ownVocabulary(): JsonObject {
  const names = ownProperties(siteAddress())
  return {
    '@context': {
      id: '@id',
      type: '@type',
      label: 'http://www.w3.org/2000/01/rdf-schema#label',
      comment: 'http://www.w3.org/2000/01/rdf-schema#comment',
      domain: { '@id': 'http://www.w3.org/2000/01/rdf-schema#domain', '@type': '@id' },
      Property: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#Property',
    },
    '@graph': [
      property(names.confidence, 'confidence', `How sure the annotation’s author is: ${confidences.join(', ')}.`),
      property(names.postedBy, 'posted by', 'Whose account brought the annotation here, where it names another creator.'),
      property(names.sourceName, 'source name', 'Who says what the passage says, as the annotation’s author names them.'),
    ],
  }
}

const property = (id: string, label: string, comment: string): JsonObject =>
  ({ id, type: 'Property', label, comment, domain: 'http://www.w3.org/ns/oa#Annotation' })
