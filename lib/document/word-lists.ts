type Item = { paragraph: Element; level: number; ordered: boolean; start: number }

/**
 * Lists as Word and WPS write them into HTML (paragraphs of a style of their own, a bullet or number typed before each) made
 * lists, nested by their levels. Works on the elements below `root` in place. A paragraph that has only the name of a list's
 * style is an item where a bullet or number and a gap begin it, as in what was pasted through a program in between.
 */
export function makeWordLists(root: ParentNode): void {
  let items: Item[] = []
  for (const paragraph of Array.from(root.querySelectorAll('p, h1, h2, h3, h4, h5, h6'))) {
    const item = itemOf(paragraph)
    if (!item) continue
    const before = items.at(-1)
    if (before && paragraph.previousElementSibling !== before.paragraph) {
      replaceByLists(items)
      items = []
    }
    items.push(item)
  }
  replaceByLists(items)
}

function itemOf(paragraph: Element): Item | null {
  const style = paragraph.getAttribute('style') ?? ''
  const level = /mso-list:\s*l\d+\s+level(\d)/i.exec(style)?.[1]
  if (!level && !/\bMsoListParagraph/i.test(paragraph.className)) return null
  const marker = takeMarker(paragraph)
  if (marker === null) return null
  const number = /^[(（]?([\p{L}\p{Nd}]{1,4})[.)、．）:]?$/u.exec(marker)?.[1]
  // The letter o is Word's second bullet, a hollow one of a typewriter's face.
  const ordered = number !== undefined && marker !== 'o'
  return { paragraph, level: Number(level ?? 1), ordered, start: Number(number) || 1 }
}

/** Takes out what Word typed before the words of an item and gives it back; null where there is nothing of the kind. */
function takeMarker(paragraph: Element): string | null {
  const ignored = Array.from(paragraph.querySelectorAll('[style]')).find((each) => /mso-list:\s*ignore/i.test(each.getAttribute('style') ?? ''))
  if (ignored) {
    const marker = (ignored.textContent ?? '').trim()
    ignored.remove()
    return marker
  }
  const walker = paragraph.ownerDocument.createTreeWalker(paragraph, 4)
  while (walker.nextNode()) {
    const text = walker.currentNode as Text
    if (text.data.trim() === '') continue
    const typed = /^\s*([·•o§▪‣○●◦■□–-]|[(（]?[\p{L}\p{Nd}]{1,4}[.)、．）])(?:[\t\u00a0]|[ \n]{2})\s*/u.exec(text.data)
    if (!typed) return null
    text.data = text.data.slice(typed[0].length)
    return typed[1] ?? null
  }
  return null
}

function replaceByLists(items: readonly Item[]): void {
  let at = 0
  while (at < items.length) {
    const first = items[at]
    if (!first) return
    const place = first.paragraph.ownerDocument.createElement('div')
    first.paragraph.before(place)
    const { list, next } = listFrom(items, at)
    place.replaceWith(list)
    at = next
  }
}

/** One list: the items from `at` on that are of its kind and level, deeper ones as lists within the item before them. */
function listFrom(items: readonly Item[], at: number): { list: Element; next: number } {
  const first = items[at]!
  const document = first.paragraph.ownerDocument
  const list = document.createElement(first.ordered ? 'ol' : 'ul')
  if (first.ordered && first.start > 1) list.setAttribute('start', String(first.start))
  let next = at
  while (next < items.length) {
    const item = items[next]!
    if (item.level > first.level) {
      const inner = listFrom(items, next)
      list.lastElementChild?.append(inner.list)
      next = inner.next
      continue
    }
    if (item.level < first.level || item.ordered !== first.ordered) break
    const entry = document.createElement('li')
    const words = document.createElement('p')
    words.append(...Array.from(item.paragraph.childNodes))
    entry.append(words)
    item.paragraph.remove()
    list.append(entry)
    next += 1
  }
  return { list, next }
}
