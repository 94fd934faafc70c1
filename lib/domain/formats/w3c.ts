import { accept, refuse, type Result } from '../problem'
import { mostIncoming, type AnnotationSet, type FileItem, type Format, type ParseContext, type Parsed } from './exchange'
import type { Json } from './foreign'
import { alone, isObject, listOf, readJson, under } from './read-json'
import { annotationContext, containerAddress } from './w3c-addresses'
import { readAnnotation } from './w3c-read'
import { toW3c } from './w3c-write'

export { parseW3c } from './w3c-read'
export { toW3c, toW3cDocument, type W3cSet } from './w3c-write'

/**
 * Annotations as JSON-LD. It leaves as one AnnotationCollection with one page that holds all of them. In comes that, or
 * any AnnotationPage, a JSON array, or one annotation.
 */
export const w3c: Format = {
  name: 'w3c',
  mediaType: 'application/ld+json',
  extension: 'jsonld',
  serialize,
  parse: (text, context) => parseItems(items(text), context),
}

/** The annotations of a value that was parsed already: a collection, a page, a list or one annotation. */
export const parseW3cItems = (value: unknown, context: ParseContext): Result<Parsed> => parseItems(itemsIn(value), context)

/** Reads each item of a file, setting those aside that cannot be held. Refuses more than may come at once. */
export function parseItems(found: Result<readonly FileItem[]>, context: ParseContext): Result<Parsed> {
  if (!found.ok) return found
  if (found.value.length > mostIncoming) return refuse('tooMany', '', { limit: mostIncoming })
  const parsed: Parsed = { annotations: [], refused: [] }
  for (const [index, { at, read }] of found.value.entries()) {
    const value = read()
    const annotation = value.ok ? readAnnotation(value.value, { index, at }, context) : value
    if (annotation.ok) parsed.annotations.push(annotation.value)
    else parsed.refused.push({ index, problems: annotation.problems })
  }
  return accept(parsed)
}

function* serialize({ article, layer, total, annotations }: AnnotationSet): Iterable<string> {
  const id = containerAddress(article.base, layer.id)
  // The page of this file is no page of the container: it holds all of it.
  const page = `${id}#all`
  const collection = { id, type: 'AnnotationCollection', label: layer.name, total }
  const head = { '@context': annotationContext, ...collection, last: page }
  const first = { id: page, type: 'AnnotationPage', partOf: collection, startIndex: 0 }
  yield `${JSON.stringify(head).slice(0, -1)},"first":${JSON.stringify(first).slice(0, -1)},"items":[`
  let separator = '\n'
  for (const annotation of annotations) {
    yield separator + JSON.stringify(toW3c(annotation, { article, layer }))
    separator = ',\n'
  }
  yield '\n]}}\n'
}

function items(text: string): Result<readonly FileItem[]> {
  const value = readJson(text)
  return value.ok ? itemsIn(value.value) : value
}

function itemsIn(value: unknown): Result<readonly FileItem[]> {
  if (Array.isArray(value)) return accept(placed([value], ['']))
  if (!isObject(value)) return refuse('notAnnotation')
  const types = listOf(value.type ?? value['@type'])
  if (types.includes('AnnotationCollection') && value.items === undefined) return pagesFrom(alone(value.first), 'first')
  if (types.includes('AnnotationPage') || types.includes('AnnotationCollection')) return pagesFrom(value, '')
  if (Array.isArray(value['@graph'])) return accept(placed([value['@graph']], ['@graph']))
  return accept([{ at: '', read: () => accept(value) }])
}

/** More pages than this within one another are nobody's collection. */
const mostPages = 1_000

/** The items of a page and of the pages that stand in it as its next ones. Pages that are only named are elsewhere. */
function pagesFrom(page: Json | undefined, path: string): Result<readonly FileItem[]> {
  const [pages, paths]: [Json[][], string[]] = [[], []]
  for (let at = path, next = page; isObject(next); at = under(at, 'next'), next = alone(next.next)) {
    if (!Array.isArray(next.items)) return refuse('itemsElsewhere', under(at, 'items'))
    if (pages.length === mostPages) return refuse('tooMany', '', { limit: mostPages })
    pages.push(next.items)
    paths.push(under(at, 'items'))
  }
  return pages.length > 0 ? accept(placed(pages, paths)) : refuse('itemsElsewhere', path)
}

const placed = (pages: Json[][], paths: string[]): FileItem[] =>
  pages.flatMap((page, number) => page.map((item, index) => ({ at: under(paths[number] ?? '', index), read: () => accept(item) })))
