import type { Json } from '../formats/exchange'
import { annotationContext } from '../formats/w3c-addresses'
import type { ContainerItems } from './preference'
import { containerContext } from './vocabulary'

/** The container as a collection whose pages hold annotations whole or as addresses: two collections, two addresses. */
export const collectionAddress = (container: string, items: ContainerItems) => `${container}?iris=${items === 'iris' ? 1 : 0}`

/** Which page: the first, or the one that begins with the annotation of this id. */
export type PageName = 'first' | (string & {})

/** The address of one page of a collection. */
export const pageAddress = (collection: string, page: PageName) => `${collection}&page=${page}`

/** What is told of a container besides its annotations; times are ISO 8601 in UTC. */
export type ContainerFacts = { container: string; label: string; created: string; modified: string; total: number }

/** A stretch of a container: what precedes it (`startIndex`) and what comes before and after it, null for nothing. */
export type ContainerPage = { name: PageName; startIndex: number; previous: PageName | null; next: PageName | null; items: Json[] }

/**
 * A container as an LDP container that is an AnnotationCollection (Web Annotation Protocol, section 4.2). `first` is its
 * first page, embedded unless `minimal`; an empty container has neither first nor last page.
 */
export function toContainerJson(
  facts: ContainerFacts,
  { items, minimal, first, last }: { items: ContainerItems; minimal: boolean; first: ContainerPage | null; last: PageName | null },
): { [key: string]: Json } {
  const id = collectionAddress(facts.container, items)
  const firstAddress = pageAddress(id, 'first')
  return {
    '@context': [annotationContext, containerContext],
    id,
    type: ['BasicContainer', 'AnnotationCollection'],
    label: facts.label,
    created: facts.created,
    modified: facts.modified,
    total: facts.total,
    ...(last !== null && {
      first: minimal || !first ? firstAddress : pageBody(id, first, id),
      last: pageAddress(id, last),
    }),
  }
}

/** One page of a container by itself, with what its collection is (Web Annotation Protocol, section 4.3). */
export function toPageJson(facts: ContainerFacts, items: ContainerItems, page: ContainerPage): { [key: string]: Json } {
  const id = collectionAddress(facts.container, items)
  const partOf = { id, type: ['BasicContainer', 'AnnotationCollection'], label: facts.label, total: facts.total, modified: facts.modified }
  return { '@context': annotationContext, ...pageBody(id, page, partOf) }
}

function pageBody(collection: string, { name, startIndex, previous, next, items }: ContainerPage, partOf: Json): { [key: string]: Json } {
  return {
    id: pageAddress(collection, name),
    type: 'AnnotationPage',
    partOf,
    startIndex,
    ...(previous !== null && { prev: pageAddress(collection, previous) }),
    ...(next !== null && { next: pageAddress(collection, next) }),
    items,
  }
}
