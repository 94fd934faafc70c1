import 'server-only'
import { keepMeaning } from '@/lib/document/keep-meaning'

/**
 * Makes a parsed fragment ready for the document's parser, which knows a dozen elements and reads through all others:
 * takes out what is not text, resolves addresses against `base`, and turns tables and preformatted text into blocks.
 * Nothing here is the safety of the result; that is the document's shape, which has no place for anything else.
 */
export function prepareHtml(fragment: DocumentFragment, base: string | null): void {
  keepMeaning(fragment)
  // One walk and a table, since a selector for each kind costs this parser seconds on a long page.
  for (const element of elementsOf(fragment)) {
    const tag = element.localName
    if (tag === 'a') resolve(element, 'href', base)
    if (tag === 'img') {
      resolve(element, 'src', base)
      resolve(element, 'data-src', base)
    }
    if (tag === 'pre') breakLines(element)
    if (tag === 'tr') joinCells(element)
    if (paragraphs.has(tag)) replaceBy(element, 'p')
  }
}

/** Every element in order, those that are not text taken out; the list is made before anything is changed. */
function elementsOf(fragment: DocumentFragment): Element[] {
  const found: Element[] = []
  let node: Node | null = fragment.firstChild
  while (node) {
    const current: Node = node
    const dropped = current.nodeType !== 1 ? current.nodeType !== 3 : notText.has((current as Element).localName)
    if (!dropped && current.nodeType === 1) found.push(current as Element)
    node = (dropped ? null : current.firstChild) ?? following(current, fragment)
    if (dropped) (current as ChildNode).remove()
  }
  return found
}

function following(from: Node, root: Node): Node | null {
  let node: Node | null = from
  while (node && node !== root && !node.nextSibling) node = node.parentNode
  return node && node !== root ? node.nextSibling : null
}

const paragraphs = new Set(['caption', 'dt', 'summary', 'legend'])
const notText = new Set(
  (
    'script style noscript template head title meta link base iframe frame frameset object embed applet svg math canvas ' +
    'audio video map input textarea select datalist button progress meter rp'
  ).split(' '),
)

function resolve(element: Element, attribute: string, base: string | null): void {
  const value = element.getAttribute(attribute)?.trim()
  if (!value) return
  const address = URL.canParse(value) ? new URL(value) : base !== null && URL.canParse(value, base) ? new URL(value, base) : null
  if (address && /^https?:$/.test(address.protocol)) element.setAttribute(attribute, address.href)
  else element.removeAttribute(attribute)
}

function breakLines(pre: Element): void {
  const document = pre.ownerDocument
  const walker = document.createTreeWalker(pre, 4)
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  for (const text of texts) {
    const lines = text.data.split('\n')
    if (lines.length === 1) continue
    text.replaceWith(...lines.flatMap((line, i) => (i === 0 ? [line] : [document.createElement('br'), line])))
  }
}

/** A row of plain cells becomes one paragraph; cells that hold blocks (a page laid out by a table) one part each. */
function joinCells(row: Element): void {
  const cells = [...row.children].filter((child) => /^t[dh]$/i.test(child.tagName))
  if (cells.some((cell) => cell.querySelector('p, div, ul, ol, table, h1, h2, h3, h4, h5, h6, blockquote, pre, figure, article'))) {
    for (const cell of cells) replaceBy(cell, 'div')
    return
  }
  const paragraph = row.ownerDocument.createElement('p')
  for (const cell of cells) paragraph.append(...(paragraph.hasChildNodes() ? [' '] : []), ...cell.childNodes)
  row.replaceChildren(paragraph)
}

function replaceBy(element: Element, tag: string): void {
  const replacement = element.ownerDocument.createElement(tag)
  replacement.append(...element.childNodes)
  element.replaceWith(replacement)
}
