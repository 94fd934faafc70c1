import { inlineText } from './canonical-text'
import type { ArticleDocument, BlockNode, FigureNode, InlineMark, InlineNode } from './document'
import { escapeHtml } from './escape-html'

/**
 * A document as the HTML that readers get, stored with its revision. Every text and attribute is escaped, and only
 * elements named here occur. Each block that contributes to the canonical text carries `data-block`, in document order,
 * and nothing else does: joining their texts by `\n`, with `<br>` as `\n`, gives back `canonicalText` exactly. Blocks
 * find their own direction (`dir="auto"`).
 *
 * Pictures are not loaded, since nothing of a third party is loaded in our pages: a figure shows its alternative text
 * and a link to the file. A figure without a file has the class `image-missing`; the words for it are the page's, by the
 * CSS property `--image-missing`, since a revision is stored once for every interface language.
 */
export function renderHtml(document: ArticleDocument): string {
  return document.content.map(renderBlock).join('\n')
}

function renderBlock(block: BlockNode): string {
  switch (block.type) {
    case 'paragraph':
      return textBlock('p', block.content)
    case 'heading':
      return textBlock(`h${block.attrs.level}`, block.content)
    case 'figure':
      return renderFigure(block)
    case 'bulletList':
      return `<ul>${renderItems(block.content)}</ul>`
    case 'orderedList':
      return `<ol${block.attrs.start === 1 ? '' : ` start="${block.attrs.start}"`}>${renderItems(block.content)}</ol>`
    case 'blockquote':
      return `<blockquote>${block.content.map(renderBlock).join('')}</blockquote>`
    case 'horizontalRule':
      return '<hr>'
  }
}

const renderItems = (items: readonly { content: BlockNode[] }[]) =>
  items.map((item) => `<li>${item.content.map(renderBlock).join('')}</li>`).join('')

function textBlock(tag: string, content: readonly InlineNode[] | undefined): string {
  const markedAsBlock = inlineText(content) === '' ? '' : ' data-block'
  return `<${tag} dir="auto"${markedAsBlock}>${renderInline(content ?? [])}</${tag}>`
}

function renderFigure({ attrs, content }: FigureNode): string {
  const alt = attrs.alt === '' ? '' : `<span class="image-alt" dir="auto">${escapeHtml(attrs.alt)}</span>`
  const link = attrs.src === null ? '' : `<a class="image-source" ${linkAttributes(attrs.src)}>${escapeHtml(shortAddress(attrs.src))}</a>`
  const caption = inlineText(content) === '' ? '' : textBlock('figcaption', content)
  return `<figure class="image${attrs.src === null ? ' image-missing' : ''}"><div class="image-frame">${alt}${link}</div>${caption}</figure>`
}

/** The host of an address and the last part of its path: `https://pics.example/2026/a/b.jpg` reads pics.example/…/b.jpg. */
function shortAddress(address: string): string {
  const [, host = address, path = ''] = /^[a-z]+:\/\/([^/?#]*)([^?#]*)/i.exec(address) ?? []
  const parts = path.split('/').filter(Boolean)
  const last = parts.at(-1)
  return last === undefined ? host : `${host}/${parts.length > 1 ? '…/' : ''}${last.slice(-60)}`
}

/** Runs of text that share a mark share its element, so that a link of which one word is bold stays one link. */
function renderInline(content: readonly InlineNode[]): string {
  let html = ''
  let open: InlineMark[] = []
  const to = (wanted: readonly InlineMark[]) => {
    let kept = 0
    while (kept < open.length && kept < wanted.length && sameMark(open[kept]!, wanted[kept]!)) kept += 1
    html += open.slice(kept).reverse().map(closing).join('') + wanted.slice(kept).map(opening).join('')
    open = [...wanted]
  }
  for (const node of content) {
    if (node.type === 'hardBreak') {
      html += '<br>'
      continue
    }
    to(node.marks ?? [])
    html += escapeHtml(node.text)
  }
  to([])
  return html
}

/** Whether two marks are the same, links by their address too. */
export const sameMark = (a: InlineMark, b: InlineMark): boolean =>
  a.type === b.type && (a.type !== 'link' || b.type !== 'link' || a.attrs.href === b.attrs.href)

const tags = { link: 'a', bold: 'strong', italic: 'em' } as const
const opening = (mark: InlineMark) => (mark.type === 'link' ? `<a ${linkAttributes(mark.attrs.href)}>` : `<${tags[mark.type]}>`)
const closing = (mark: InlineMark) => `</${tags[mark.type]}>`
const linkAttributes = (href: string) => `href="${escapeHtml(href)}" rel="noopener nofollow ugc"`
