import { escapeHtml } from '../text/escape-html'
import type { AnnotationSet, ExportedArticle, Format } from './exchange'
import type { ExportWords } from './export-words'
import { markedHtml } from './html-marked'
import { annotationHtml, legendHtml } from './html-notes'
import { passagesOf, type Passage } from './html-passages'
import { htmlStyle } from './html-style'

/**
 * The article with all that readers said of it, as one file to be kept, printed or handed on: it needs no network and
 * runs no script, which a policy in its head promises. The passages are marked in the text and numbered; what is said of
 * them stands beside it where there is room, else below, each side a link away from the other.
 */
export const html = {
  name: 'html',
  mediaType: 'text/html',
  extension: 'html',
  serialize: function* (set, words) {
    const { article, layer } = set
    const { passages, whole, detached } = passagesOf(set)
    const noteOf = (annotation: Parameters<typeof annotationHtml>[0]) => annotationHtml(annotation, layer.codebook, words, article.language)
    yield head(article, words)
    yield `<article lang="${escapeHtml(article.language)}">${markedHtml(article.html, article.text, passages, (passage) => reference(passage, words))}</article>\n`
    yield `<section class="notes" aria-labelledby="notes" tabindex="0">\n<h2 id="notes">${escapeHtml(words.title(set.total))}</h2>\n`
    if (set.total === 0) yield `<p class="soft">${escapeHtml(words.noNotes)}</p>\n`
    yield legendHtml(passages, words)
    if (whole.length > 0) yield `<h3>${escapeHtml(words.wholeArticle)}</h3>\n${whole.map(noteOf).join('')}`
    yield '<ol>\n'
    for (const passage of passages) yield `${opening(passage, set, words)}${passage.annotations.map(noteOf).join('')}</li>\n`
    yield '</ol>\n'
    if (detached.length > 0) yield `<h3>${escapeHtml(words.detached)}</h3>\n`
    for (const annotation of detached) yield `<div class="passage"><p class="quote" lang="${escapeHtml(article.language)}" dir="auto"><q>${shortened(annotation.quote)}</q></p>${noteOf(annotation)}</div>\n`
    yield '</section>\n</main>\n</body>\n</html>\n'
  },
} satisfies Format

function head({ base, slug, title, language, byline, siteName, sourceUrl, publishedAt, revision }: ExportedArticle, words: ExportWords): string {
  const address = escapeHtml(`${base}/articles/${encodeURIComponent(slug)}`)
  const facts = [
    byline && `<bdi lang="${escapeHtml(language)}">${escapeHtml(byline)}</bdi>`,
    siteName && `<bdi>${escapeHtml(siteName)}</bdi>`,
    publishedAt && `<time datetime="${escapeHtml(publishedAt)}">${escapeHtml(words.date(publishedAt))}</time>`,
    sourceUrl && `<a href="${escapeHtml(sourceUrl)}" rel="noopener nofollow ugc">${escapeHtml(words.original)}</a>`,
  ].filter(Boolean)
  return `<!doctype html>
<html lang="${escapeHtml(words.locale)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${htmlStyle(words.imageMissing)}</style>
</head>
<body>
<header>
<p class="soft"><a href="${address}">${escapeHtml(words.origin(revision))}</a></p>
<h1 lang="${escapeHtml(language)}" dir="auto">${escapeHtml(title)}</h1>
${facts.length > 0 ? `<p class="soft facts">${facts.join('<span aria-hidden="true"> · </span>')}</p>` : ''}
</header>
<main>
`
}

const reference = ({ number }: Passage, words: ExportWords) =>
  `<a class="ref" id="r${number}" href="#n${number}" aria-label="${escapeHtml(words.toNote(number))}">${number}</a>`

const opening = ({ number, quote }: Passage, { article }: AnnotationSet, words: ExportWords) =>
  `<li class="passage" id="n${number}" value="${number}"><p class="quote" lang="${escapeHtml(article.language)}" dir="auto">` +
  `<a href="#r${number}" aria-label="${escapeHtml(words.toPassage(number))}">${number}</a> <q>${shortened(quote)}</q></p>`

function shortened(quote: string): string {
  const characters = [...quote.replace(/\s+/g, ' ')]
  return escapeHtml(characters.length > 140 ? `${characters.slice(0, 138).join('')}…` : characters.join(''))
}
