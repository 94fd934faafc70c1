import { noteBody } from '../note-html'
import { csvLine } from './csv-text'
import { evidenceCell } from './evidence-cell'
import type { AnnotationSet, ExportedAnnotation, Format } from './exchange'
import { parseCsv } from './parse-csv'
import { revisionAddress } from './w3c-addresses'

/**
 * The columns in the order they are written. `begin` and `end` count code points, from 0 to 0 is the article as a whole.
 * `note` holds HTML where `note_format` says so; `evidence` one link a line; `foreign` is JSON.
 */
const csvColumns = [
  'id', 'source', 'begin', 'end', 'quote', 'prefix', 'suffix', 'dimension', 'label', 'note', 'note_format', 'evidence',
  'confidence', 'source_name', 'author', 'author_id', 'created', 'updated', 'foreign',
] as const
export type CsvColumn = (typeof csvColumns)[number]

/**
 * A table for spreadsheets: a line for each label of each annotation, one line for an annotation without labels. Lines of
 * one annotation have its id. It begins with a byte order mark, without which Excel takes UTF-8 for something else.
 */
export const csv = {
  name: 'csv',
  mediaType: 'text/csv',
  extension: 'csv',
  serialize: function* (set) {
    yield `\uFEFF${csvLine(csvColumns)}`
    for (const annotation of set.annotations) yield linesOf(set, annotation)
  },
  parse: parseCsv,
} satisfies Format

function linesOf({ article }: AnnotationSet, annotation: ExportedAnnotation): string {
  const note = annotation.note && noteBody(annotation.note)
  const cells: Omit<Record<CsvColumn, string>, 'dimension' | 'label'> = {
    id: annotation.id,
    source: revisionAddress(article.base, article.id, annotation.revision),
    begin: String(annotation.start),
    end: String(annotation.end),
    quote: annotation.quote,
    prefix: annotation.prefix,
    suffix: annotation.suffix,
    note: note?.value ?? '',
    note_format: note?.format ?? '',
    evidence: annotation.evidence.map(evidenceCell).join('\n'),
    confidence: annotation.confidence ?? '',
    source_name: annotation.sourceName ?? '',
    author: annotation.author.name,
    author_id: annotation.author.id,
    created: annotation.createdAt,
    updated: annotation.updatedAt,
    foreign: annotation.foreign ? JSON.stringify(annotation.foreign) : '',
  }
  const labels = annotation.labels.length > 0 ? annotation.labels : [{ dimension: '', label: '' }]
  return labels
    .map((label) => {
      const line: Record<CsvColumn, string> = { ...cells, ...label }
      return csvLine(csvColumns.map((column) => line[column]))
    })
    .join('')
}
