import 'server-only'

/**
 * Makes a parsed fragment ready for the document's parser, which knows a dozen elements and reads through all others:
 * takes out what is not text, resolves addresses against `base`, and turns tables and preformatted text into blocks.
 * Nothing here is the safety of the result; that is the document's shape, which has no place for anything else.
 */
export function prepareHtml(fragment: DocumentFragment, base: string | null): void {
  for (const element of fragment.querySelectorAll(notText)) element.remove()
  for (const link of fragment.querySelectorAll('a[href]')) resolve(link, 'href', base)
  for (const image of fragment.querySelectorAll('img')) {
    resolve(image, 'src', base)
    resolve(image, 'data-src', base)
  }
  for (const pre of fragment.querySelectorAll('pre')) breakLines(pre)
  for (const row of fragment.querySelectorAll('tr')) joinCells(row)
  for (const part of fragment.querySelectorAll('caption, dt, summary, legend')) replaceBy(part, 'p')
}

const notText =
  'script, style, noscript, template, head, title, meta, link, base, iframe, frame, frameset, object, embed, applet, svg, ' +
  'math, canvas, audio, video, map, input, textarea, select, datalist, button, progress, meter, rp'

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
