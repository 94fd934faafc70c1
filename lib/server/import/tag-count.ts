import 'server-only'

/**
 * How deep the tags of an HTML source nest, roughly, and how many there are, without building anything; stops counting
 * above a depth of `limit`. It keeps
 * the tags that are open and closes up to the matching one, as a parser does in the plain cases. The parsers behind take
 * quadratic time in the depth, so that 100,000 nested tags must be seen before they do. What slips through by odd
 * nesting is caught by the clock and by `domDepth`.
 */
export function tagsOf(html: string, limit: number): { depth: number; count: number } {
  const open: string[] = []
  let [deepest, count] = [0, 0]
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    const tag = name.toLowerCase()
    if (!slash) count += 1
    if (closesItself.has(tag)) continue
    if (slash) {
      const at = open.lastIndexOf(tag)
      if (at >= 0) open.length = at
    } else open.push(tag)
    deepest = Math.max(deepest, open.length)
    if (deepest > limit) break
  }
  return { depth: deepest, count }
}

/** The depth of a parsed tree, by a stack of its own; stops above `limit`. */
export function domDepth(root: Node, limit: number): number {
  let [deepest, depth, node]: [number, number, Node | null] = [0, 0, root]
  while (node && depth <= limit) {
    deepest = Math.max(deepest, depth)
    if (node.firstChild) {
      node = node.firstChild
      depth += 1
      continue
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      depth -= 1
    }
    node = !node || node === root ? null : node.nextSibling
  }
  return Math.max(deepest, depth)
}

// Elements without an end tag, and those whose end tag may be left out, so that a list of them never nests.
const closesItself = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option rt rp'.split(' '),
)
