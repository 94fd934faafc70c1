import type { Span } from '@/lib/domain/text/span'
import type { TextMap } from './text-map'

/** Where the links of the text lead that a span has letters of, each address once, in reading order. */
export function linksOver(map: TextMap, span: Span): string[] {
  const { first, last } = map.blocksOver(span)
  const links = map.blocks.slice(first, last).flatMap(({ element }) => [...element.querySelectorAll<HTMLAnchorElement>('a[href]')])
  const over = links.filter((link) => {
    const inside = document.createRange()
    inside.selectNodeContents(link)
    const words = map.spanOf(inside)
    return words !== null && words.start < span.end && words.end > span.start
  })
  return [...new Set(over.map(({ href }) => href))]
}
