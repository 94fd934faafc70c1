import { lowered, raised } from '@/lib/domain/text/raised-text'

/**
 * Keeps what HTML says by an element alone and the document has no place for: raised and lowered figures become characters
 * of their own (10⁶, never 106), struck words stand between tildes as in Markdown (~~not~~ final, never “not final”), and
 * the text under a phonetic guide stays whole, without the readings. Works on the elements of `root` in place, in the order
 * of one walk; the same for a page, a file and what is pasted into an editor.
 */
export function keepMeaning(root: ParentNode): void {
  for (const element of elementsBelow(root)) {
    const tag = element.localName
    if (tag === 'rt' || tag === 'rp' || tag === 'rtc') element.remove()
    else if (tag === 'sup' || styled(element, 'vertical-align', 'super')) setOff(element, raised)
    else if (tag === 'sub' || styled(element, 'vertical-align', 'sub')) setOff(element, lowered)
    else if (struckTags.has(tag) || styled(element, 'text-decoration', 'line-through')) strike(element)
  }
}

const struckTags = new Set(['s', 'strike', 'del'])

/** Whether the element's own style says so; `text-decoration-line` counts as `text-decoration`. */
function styled(element: Element, property: string, value: string): boolean {
  const style = element.getAttribute('style')
  if (!style?.includes(value)) return false
  return style.split(';').some((each) => {
    const [name = '', set = ''] = each.split(':')
    return name.trim().toLowerCase().startsWith(property) && set.toLowerCase().split(/[\s!]+/).includes(value)
  })
}

/** Each text by itself: a number among them may be a link to its note. One raised above another stands in brackets. */
function setOff(element: Element, set: (text: string) => string): void {
  if (!element.querySelector('sup, sub')) for (const text of textsOf(element)) text.data = set(text.data)
  else {
    element.prepend(set === raised ? '^(' : '_(')
    element.append(')')
  }
}

/** Tildes around the struck words, within each block that they run through. */
function strike(element: Element): void {
  if (element.closest(`[${struckMark}]`)) return
  element.setAttribute(struckMark, '')
  const texts = textsOf(element).filter(({ data }) => data.trim() !== '')
  for (const run of runsByBlock(texts, element)) {
    const [first, last] = [run[0], run.at(-1)]
    if (!first || !last) continue
    first.data = first.data.replace(/^\s*/, (space) => `${space}~~`)
    last.data = last.data.replace(/\s*$/, (space) => `~~${space}`)
  }
  // What was put in for it would run on: ~~40~~ 90.
  const next = element.nextSibling
  if (texts.length > 0 && next?.nodeType === 1 && (next as Element).localName === 'ins') element.after(' ')
}

const struckMark = 'data-struck'
const blocks = 'p, div, li, h1, h2, h3, h4, h5, h6, blockquote, td, th, dd, dt, figcaption, pre, section, article'

function runsByBlock(texts: readonly Text[], within: Element): Text[][] {
  const runs: Text[][] = []
  let before: Element | null | undefined
  for (const text of texts) {
    const block = text.parentElement?.closest(blocks) ?? null
    const inner = block && within.contains(block) ? block : null
    if (before === undefined || inner !== before) runs.push([])
    runs.at(-1)?.push(text)
    before = inner
  }
  return runs
}

/** By a walk, since a selector costs the server's parser seconds on a long page. */
function elementsBelow(root: ParentNode): Element[] {
  const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, 1)
  const elements: Element[] = []
  while (walker.nextNode()) elements.push(walker.currentNode as Element)
  return elements
}

function textsOf(element: Element): Text[] {
  const walker = element.ownerDocument.createTreeWalker(element, 4)
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  return texts
}
