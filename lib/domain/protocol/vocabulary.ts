import { annotationContext } from '../formats/w3c-addresses'

/** The words of the Web Annotation Protocol that are addresses or media types: one place, so that they are spelt once. */
export const containerContext = 'http://www.w3.org/ns/ldp.jsonld'
/** The types in which annotations and containers are answered and taken; the first is the favourite. */
export const jsonTypes = ['application/ld+json', 'application/json'] as const
export const profiledJsonLd = `application/ld+json; profile="${annotationContext}"`

/** The links that say what is at an address (`Link` header). */
export const annotationLinks = '<http://www.w3.org/ns/ldp#Resource>; rel="type"'
export const constraintsLink = '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"'
export const containerLinks = [
  '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"',
  '<http://www.w3.org/ns/oa#AnnotationCollection>; rel="type"',
  constraintsLink,
].join(', ')

/** The link from something that can be annotated to where its annotations are kept (Web Annotation Protocol, section 4.4). */
export const annotationServiceRel = 'http://www.w3.org/ns/oa#annotationService'
/** That link as the value of a `Link` header. `container` is the container's address. */
export const annotationServiceLink = (container: string) => `<${container}>; rel="${annotationServiceRel}"`
