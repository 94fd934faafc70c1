import type { NoteDocument } from './note'
import { unescapeHtml } from './text/escape-html'

type Block = NoteDocument['content'][number]
type Paragraph = Extract<Block, { type: 'paragraph' }>
type List = Extract<Block, { type: 'bulletList' }>
type Inline = NonNullable<Paragraph['content']>[number]
type Mark = NonNullable<Extract<Inline, { type: 'text' }>['marks']>[number]

/**
 * Reads what `noteHtml` writes, exactly, and answers null for any other HTML, which needs a real parser: so that fifty
 * thousand notes of our own come back in a moment. What it answers has a note's shape; `noteDocument` checks its sizes
 * and addresses.
 */
export function readNoteHtml(html: string): NoteDocument | null {
  const content: Block[] = []
  for (let at = 0; at < html.length; ) {
    const closing = html.startsWith('<ul>', at) ? '</ul>' : '</p>'
    const found = html.indexOf(closing, at)
    if (found < 0) return null
    const end = found + closing.length
    const block = closing === '</ul>' ? readList(html.slice(at + '<ul>'.length, found)) : readParagraph(html.slice(at, end))
    if (!block) return null
    content.push(block)
    at = end
  }
  return content.length > 0 ? { type: 'doc', content } : null
}

function readList(html: string): List | null {
  const content: List['content'] = []
  for (const item of inside(html, 'li')) {
    const parts = inside(item, 'p')
    const paragraphs = parts.flatMap((part) => readParagraph(`<p>${part}</p>`) ?? [])
    if (paragraphs.length === 0 || paragraphs.length !== parts.length) return null
    content.push({ type: 'listItem', content: paragraphs })
  }
  return content.length > 0 ? { type: 'bulletList', content } : null
}

/** What stands within each element of a row of elements, in one pass however few of them end; empty where it is no such row. */
function inside(html: string, tag: 'li' | 'p'): string[] {
  const [opening, parts] = [`<${tag}>`, html.split(`</${tag}>`)]
  return parts.pop() === '' && parts.every((part) => part.startsWith(opening)) ? parts.map((part) => part.slice(opening.length)) : []
}

const token = /<(strong|em|br|a)(?: href="([^"<>]*)" rel="noopener nofollow ugc")?>|<\/(strong|em|a)>|([^<>]+)/g

function readParagraph(html: string): Paragraph | null {
  if (!html.startsWith('<p>')) return null
  const inner = html.slice('<p>'.length, -'</p>'.length)
  const content: Inline[] = []
  // The innermost mark comes first in a note, and last in HTML.
  const open: { tag: string; mark: Mark }[] = []
  let read = 0
  for (const [whole, tag = '', href, closing, text] of inner.matchAll(token)) {
    read += whole.length
    if (text !== undefined) {
      if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(text)) return null
      content.push({ type: 'text', text: unescapeHtml(text), ...(open.length > 0 && { marks: open.map(({ mark }) => mark) }) })
    } else if (closing) {
      if (open.shift()?.tag !== closing) return null
    } else if (tag === 'br' && href === undefined) content.push({ type: 'hardBreak' })
    else {
      const mark = markOf(tag, href)
      if (!mark || open.some((each) => each.tag === tag)) return null
      open.unshift({ tag, mark })
    }
  }
  if (read !== inner.length || open.length > 0) return null
  return content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' }
}

function markOf(tag: string, href: string | undefined): Mark | null {
  if (tag === 'a') return href === undefined ? null : { type: 'link', attrs: { href: unescapeHtml(href) } }
  if (href !== undefined || tag === 'br') return null
  return tag === 'strong' ? { type: 'bold' } : { type: 'italic' }
}
