import type { Codebook, LabelRef, Mark } from '../codebook/codebook'
import { findLabel } from '../codebook/registry'
import { noteHtml } from '../note-html'
import { escapeHtml } from '../text/escape-html'
import type { ExportedAnnotation } from './exchange'
import type { ExportWords } from './export-words'
import type { Passage } from './html-passages'

const markOrder: Mark[] = ['tint-cool', 'tint-warm', 'underline-solid', 'underline-dashed', 'underline-dotted', 'wavy']

/** How the marks that occur are to be read, folded away. Nothing where none occurs. */
export function legendHtml(passages: readonly Passage[], words: ExportWords): string {
  const used = markOrder.filter((mark) => passages.some(({ marks }) => marks.has(mark)))
  if (used.length === 0) return ''
  const line = (mark: Mark) => `<li><mark class="${mark.replace(/^(tint|underline)-/, '')}" aria-hidden="true">Aa</mark> ${escapeHtml(words.mark(mark))}</li>`
  return `<details class="legend"><summary>${escapeHtml(words.legend)}</summary><ul>${used.map(line).join('')}</ul></details>\n`
}

/** What one reader says: labels, note, source, evidence, how sure, who and when. `language` is the article's. */
export function annotationHtml(annotation: ExportedAnnotation, codebook: Codebook, words: ExportWords, language: string): string {
  const { labels, note, sourceName, evidence, confidence, author, createdAt } = annotation
  const links = evidence.map(({ url, title }) => `<li><a href="${escapeHtml(url)}" rel="noopener nofollow ugc">${escapeHtml(title || url)}</a></li>`)
  const who = [
    `<bdi>${escapeHtml(author.name)}</bdi>`,
    confidence && escapeHtml(words.confidence(confidence)),
    `<time datetime="${escapeHtml(createdAt)}">${escapeHtml(words.date(createdAt))}</time>`,
  ].filter(Boolean)
  return (
    '<div class="flag">' +
    (labels.length > 0 ? `<ul class="labels">${labels.map((ref) => labelHtml(ref, codebook, words)).join('')}</ul>` : '') +
    (note ? `<div class="note" lang="${escapeHtml(language)}" dir="auto">${noteHtml(note)}</div>` : '') +
    (sourceName ? `<p>${escapeHtml(words.source(sourceName))}</p>` : '') +
    (links.length > 0 ? `<div class="evidence"><p>${escapeHtml(words.evidence)}</p><ul>${links.join('')}</ul></div>` : '') +
    `<p class="soft">${who.join('<span aria-hidden="true"> · </span>')}</p></div>\n`
  )
}

function labelHtml(ref: LabelRef, codebook: Codebook, words: ExportWords): string {
  const label = findLabel(codebook, ref)
  const colours = label ? ` style="--l:${label.colour.light};--d:${label.colour.dark}"` : ''
  return `<li${colours}><span class="soft">${escapeHtml(words.dimension(ref.dimension))}</span> ${escapeHtml(words.label(ref))}</li>`
}
