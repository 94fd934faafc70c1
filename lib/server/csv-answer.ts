import 'server-only'
import { csvLine } from '@/lib/domain/formats/csv-text'
import { downloadName } from './download-name'

/**
 * A table as a file to download, in UTF-8 with the mark by which spreadsheets know it; no cell of it can be taken for a
 * formula. It is kept by nobody on the way.
 */
export function csvAnswer(title: string, rows: readonly (readonly string[])[]): Response {
  return new Response(`\uFEFF${rows.map(csvLine).join('')}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': downloadName(title, { name: 'csv', extension: 'csv' }),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
