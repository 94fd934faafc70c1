import type { LabelRef } from '../codebook/codebook'
import { dimensions } from '../codebook/codebook'
import { codePointIndex } from '../text/code-points'
import type { AnnotationSet, Format } from './exchange'
import { webannoSentences, type WebannoSentence } from './webanno-sentences'
import { webannoUnits, type WebannoSpan } from './webanno-units'

/** The layer and its features, as a project must declare them before it can take the file. */
const layer = `webanno.custom.Gloss|${dimensions.join('|')}`

/**
 * WebAnno TSV 3.3, as WebAnno and INCEpTION read it: the article in sentences and tokens, and a span layer with a feature
 * for each dimension. An annotation with two labels of one dimension is two spans on the same words. What stands on no
 * word of the current text (the whole article, words that are gone, a space) has no row in this format and is left out.
 *
 * After the format's own description (INCEpTION user guide, appendix "WebAnno TSV 3.3"): the file is UTF-8, its offsets
 * count UTF-16 units; a span of several tokens, and spans on one token, carry an id in brackets; a part of a token is a
 * row below it.
 */
export const webanno = {
  name: 'webanno',
  mediaType: 'text/tab-separated-values',
  extension: 'tsv',
  serialize: function* (set) {
    const { text, language } = set.article
    yield `#FORMAT=WebAnno TSV 3.3\n#T_SP=${layer}\n\n`
    const sentences = [...webannoSentences(text, language)]
    const units = webannoUnits(sentences, spansOf(set))
    for (const [i, sentence] of sentences.entries()) yield sentenceLines(text, sentence, i + 1, units)
  },
} satisfies Format

function spansOf({ article, annotations }: AnnotationSet): WebannoSpan[] {
  const index = codePointIndex(article.text)
  const spans: WebannoSpan[] = []
  for (const { start, end, revision, labels } of annotations) {
    if (start === end || revision !== article.revision) continue
    const place = { begin: index.toUtf16(start), end: index.toUtf16(end) }
    spans.push(...featuresOf(labels).map((features) => ({ ...place, features })))
  }
  return spans.sort((a, b) => a.begin - b.begin || b.end - a.end)
}

/** The labels as spans of one value a feature: as many as the dimension with most labels has, one where there is none. */
function featuresOf(labels: readonly LabelRef[]): (string | null)[][] {
  const columns = dimensions.map((dimension) => labels.filter((each) => each.dimension === dimension).map(({ label }) => label))
  const rows = Math.max(1, ...columns.map(({ length }) => length))
  return Array.from({ length: rows }, (_, row) => columns.map((column) => column[row] ?? null))
}

function sentenceLines(text: string, sentence: WebannoSentence, number: number, units: ReturnType<typeof webannoUnits>): string {
  let lines = `\n#Text=${escapeText(text.slice(sentence.begin, sentence.end))}\n`
  sentence.tokens.forEach((token, i) => {
    const id = `${number}-${i + 1}`
    const { whole, parts } = units.of(token)
    lines += unitLine(id, text, token, whole)
    parts.forEach((part, k) => (lines += unitLine(`${id}.${k + 1}`, text, part, part.spans)))
  })
  return lines
}

function unitLine(id: string, text: string, { begin, end }: { begin: number; end: number }, spans: readonly (WebannoSpan & { id?: number })[]): string {
  const columns = dimensions.map((_, feature) =>
    spans.length === 0 ? '_' : spans.map((span) => `${value(span.features[feature] ?? null)}${span.id ? `[${span.id}]` : ''}`).join('|'),
  )
  // WebAnno ends every row in a tab.
  return `${id}\t${begin}-${end}\t${escapeValue(text.slice(begin, end))}\t${columns.join('\t')}\t\n`
}

const value = (label: string | null) => (label === null ? '*' : escapeValue(label))

const escapeValue = (words: string) =>
  words.replace(/->|[\\[\]|_;\t\n*]/g, (sign) => (sign === '\t' ? '\\t' : sign === '\n' ? '\\n' : `\\${sign}`))

/**
 * The text of a sentence: WebAnno takes back only these, so that a bracket or an underscore in it must stand as it is,
 * other than in a token or a value.
 */
const escapeText = (words: string) =>
  words.replace(/[\p{Cc}\\]/gu, (sign) => (sign in readable ? `\\${readable[sign]}` : sign < ' ' && sign !== '\v' ? `\\${sign}` : sign))
const readable: Record<string, string> = { '\b': 'b', '\t': 't', '\n': 'n', '\f': 'f', '\r': 'r', '\\': '\\' }
