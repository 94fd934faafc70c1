import { accept, refuse, type Problem, type Result } from '../problem'
import { checkIncoming, pathIn } from './check-incoming'
import type { CsvColumn } from './csv'
import { csvRecords, live, type CsvRecord } from './csv-text'
import { evidenceOfCell } from './evidence-cell'
import { mostIncoming, type Foreign, type IncomingAnnotation, type IncomingPlace, type JsonObject, type Parsed } from './exchange'
import { foreignOfJson } from './foreign-of-json'
import { personAddress } from './w3c-addresses'

/**
 * The annotations of a table as `csv` writes it, its columns in any order; one made by hand needs a column `label`, and
 * `quote` or `begin` and `end`. Lines with one id are one annotation and must agree in all but the label. An annotation
 * stands in the result where its first line stands.
 */
export function parseCsv(text: string): Result<Parsed> {
  if (text.trim() === '') return refuse('fileEmpty')
  const records = csvRecords(text)
  const columns = columnsOf(records.next().value as CsvRecord | undefined)
  const missing = missingOf(columns)
  if (missing) return refuse('columnMissing', 'line 1', { label: missing })
  const groups = grouped(records, columns)
  if (groups.length > mostIncoming) return refuse('tooMany', '', { limit: mostIncoming })
  const parsed: Parsed = { annotations: [], refused: [] }
  groups.forEach((group, index) => {
    const read = group.problem ? { ok: false as const, problems: [group.problem] } : annotationOf(group, index)
    if (read.ok) parsed.annotations.push(read.value)
    else parsed.refused.push({ index, problems: read.problems })
  })
  return accept(parsed)
}

type Cells = { readonly [C in CsvColumn]?: string }
type Group = { at: string; cells: Cells; labels: string[]; problem: Problem | null }

const columnsOf = (head: CsvRecord | undefined) => (head?.cells ?? []).map((cell) => live(cell).trim().toLowerCase().replace(/[ -]/g, '_'))

function missingOf(columns: readonly string[]): string | null {
  const has = (name: CsvColumn) => columns.includes(name)
  if (!has('label')) return 'label'
  return has('quote') || (has('begin') && has('end')) ? null : 'quote'
}

/** The lines of the table by annotation, in the order of their first lines. Reading ends where there are too many. */
function grouped(records: Iterable<CsvRecord>, columns: readonly string[]): Group[] {
  const groups: Group[] = []
  const byId = new Map<string, Group>()
  for (const { line, cells: raw, open } of records) {
    const cells: Cells = Object.fromEntries(columns.map((column, i) => [column, live(raw[i] ?? '')]))
    const known = byId.get(cells.id ?? '')
    if (known) {
      known.labels.push(...labelsOf(cells))
      if (!agree(known.cells, cells)) known.problem ??= { code: 'rowsDisagree', path: `line ${line}` }
      continue
    }
    const at = `line ${line}`
    const group: Group = { at, cells, labels: labelsOf(cells), problem: open ? { code: 'quoteOpen', path: at } : null }
    if (cells.id) byId.set(cells.id, group)
    groups.push(group)
    if (groups.length > mostIncoming) break
  }
  return groups
}

const labelsOf = ({ dimension = '', label = '' }: Cells) =>
  label.trim() === '' ? [] : [dimension.trim() === '' ? label.trim() : `${dimension.trim()}:${label.trim()}`]

const agree = (a: Cells, b: Cells) =>
  (Object.keys(a) as CsvColumn[]).every((column) => column === 'dimension' || column === 'label' || a[column] === b[column])

function annotationOf({ at, cells, labels }: Group, index: number): Result<IncomingAnnotation> {
  const foreign = foreignOf(cells)
  if (foreign === null) return refuse('invalid', pathIn(at, 'foreign'))
  return checkIncoming({
    index,
    at,
    origin: originOf(cells.id ?? ''),
    source: cells.source?.trim() || null,
    place: placeOf(cells),
    labels: [...new Set(labels)].map((name) => ({ name })),
    note: cells.note ? { format: cells.note_format === 'html' ? 'html' : 'text', value: cells.note } : null,
    evidence: evidenceOfCell(cells.evidence ?? ''),
    // Any other word is found by the check.
    confidence: (cells.confidence?.trim() || null) as IncomingAnnotation['confidence'],
    sourceName: cells.source_name?.trim() || null,
    foreign: Object.keys(foreign).length > 0 ? foreign : null,
  })
}

/** From 0 to 0 without a quote is the article as a whole. */
function placeOf({ begin = '', end = '', quote = '', prefix, suffix }: Cells): IncomingPlace {
  const [from, to] = [begin.trim(), end.trim()]
  if (quote === '' && from === '0' && to === '0') return null
  return {
    quote: quote === '' ? null : { exact: quote, ...(prefix && { prefix }), ...(suffix && { suffix }) },
    position: from === '' && to === '' ? null : { start: numberOf(from), end: numberOf(to) },
  }
}

/** Not a number for what is none, which the check refuses. */
const numberOf = (cell: string) => (/^\d{1,10}$/.test(cell) ? Number(cell) : NaN)

/** What the table keeps of the annotation beside its content; who made it and when, where nothing else says so. Null: broken. */
function foreignOf({ foreign = '', author = '', author_id = '', created = '' }: Cells): Foreign | null {
  const kept = foreign.trim() === '' ? {} : foreignOfJson(foreign)
  if (kept === null) return null
  const creator: JsonObject = { ...(isUuid(author_id) && { id: personAddress(author_id) }), type: 'Person', name: author }
  const properties: JsonObject = {
    ...(author.trim() !== '' && { creator }),
    ...(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(created) && { created }),
    ...kept.properties,
  }
  return Object.keys(properties).length > 0 ? { ...kept, properties } : kept
}

const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
const originOf = (id: string) => (isUuid(id) ? `urn:uuid:${id.toLowerCase()}` : /^(https?:\/\/|urn:)\S+$/i.test(id) ? id : null)
