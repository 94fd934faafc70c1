import { accept, refuse, type Result } from '../problem'
import { checkIncoming } from './check-incoming'
import { mostIncoming, type Format, type IncomingAnnotation, type ParseContext, type Parsed } from './exchange'
import { labelOfTechnique, techniqueOf } from './techniques'
import { labelName } from './w3c-addresses'

/**
 * The span files of the Propaganda Techniques Corpus and of SemEval: a line a technique, with the article's id, the
 * technique's published name, and where it begins and ends, in code points, end exclusive (Da San Martino et al. 2019,
 * whose scorers are Python, where a character is a code point). It holds nothing else: no note, no reader, no label of
 * another list, and nothing that does not stand on the article's current text.
 */
export const ptc = {
  name: 'ptc',
  mediaType: 'text/tab-separated-values',
  extension: 'tsv',
  serialize: function* ({ article, layer, annotations }) {
    for (const { start, end, revision, labels } of annotations) {
      if (start === end || revision !== article.revision) continue
      const techniques = labels.map((ref) => techniqueOf(layer.codebook, ref)).filter((technique) => technique !== null)
      for (const technique of techniques) yield `${article.id}\t${technique}\t${start}\t${end}\n`
    }
  },
  parse: parsePtc,
} satisfies Format

/**
 * One annotation a line. A technique that is no label of the codebook keeps its name. A file on several articles is
 * refused whole: its offsets mean nothing in another text than their own.
 */
function parsePtc(text: string, { codebook }: ParseContext): Result<Parsed> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|[\r\n]/)
  const rows = lines.map((line, i) => ({ at: `line ${i + 1}`, cells: line.split('\t') })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const [first] = rows
  if (!first) return refuse('fileEmpty')
  if (first.cells.length < 4) return refuse('fileFormat', first.at)
  if (/^(begin|start)/i.test(first.cells[2]?.trim() ?? '')) rows.shift()
  const articles = new Set(rows.flatMap(({ cells }) => (cells.length < 4 ? [] : [cells[0]?.trim()])))
  if (articles.size > 1) return refuse('severalArticles', '', { count: articles.size })
  if (rows.length > mostIncoming) return refuse('tooMany', '', { limit: mostIncoming })

  const parsed: Parsed = { annotations: [], refused: [] }
  rows.forEach(({ at, cells }, index) => {
    const read = cells.length < 4 ? refuse('fileFormat', at) : checkIncoming(annotationOf(cells, codebook, index, at))
    if (read.ok) parsed.annotations.push(read.value)
    else parsed.refused.push({ index, problems: read.problems })
  })
  return accept(parsed)
}

function annotationOf(cells: string[], codebook: ParseContext['codebook'], index: number, at: string): IncomingAnnotation {
  const [, technique = '', begin = '', end = ''] = cells.map((cell) => cell.trim())
  const label = labelOfTechnique(codebook, technique)
  return {
    index,
    at,
    origin: null,
    source: null,
    place: { quote: null, position: { start: numberOf(begin), end: numberOf(end) } },
    labels: [{ name: label ? labelName(label) : technique }],
    note: null,
    evidence: [],
    confidence: null,
    sourceName: null,
    foreign: null,
  }
}

/** Not a number for what is none, which the check refuses. */
const numberOf = (cell: string) => (/^\d{1,10}$/.test(cell) ? Number(cell) : NaN)
