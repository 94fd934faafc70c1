/** One record of a CSV file, and the line it begins on (from 1). `open`: a quotation mark in it is never closed. */
export type CsvRecord = { line: number; cells: string[]; open: boolean }

/**
 * One record as RFC 4180 (section 2) writes it, CRLF at its end. Every cell is quoted, and nothing in it can be taken for
 * a formula by a spreadsheet (see `inert`). '=1+1' becomes "'=1+1".
 */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${inert(cell).replaceAll('"', '""')}"`).join(',')}\r\n`

/**
 * The records of a CSV file: RFC 4180, and what spreadsheets make of it (a byte order mark, LF or CR alone, semicolons or
 * tabs between cells, as the first line has them). Empty lines are left out. Cells come as they stand in the file; `live`
 * gives back what `csvLine` made inert. Linear in the file's length, whatever its lines are like.
 */
export function* csvRecords(file: string): Generator<CsvRecord> {
  const text = file.replace(/^\uFEFF/, '')
  const separator = separatorOf(text)
  const stop = new RegExp(`[${separator}\r\n]`, 'g')
  let [at, line] = [0, 1]
  while (at < text.length) {
    const record: CsvRecord = { line, cells: [], open: false }
    for (let more = true; more; ) {
      let cell = ''
      if (text[at] === '"') {
        const end = closingQuote(text, at + 1)
        record.open ||= end < 0
        cell = text.slice(at + 1, end < 0 ? text.length : end).replaceAll('""', '"')
        line += breaksIn(cell)
        at = end < 0 ? text.length : end + 1
      }
      stop.lastIndex = at
      const next = stop.exec(text)?.index ?? text.length
      record.cells.push(cell + text.slice(at, next))
      more = text[next] === separator
      at = more ? next + 1 : next
    }
    at += text.startsWith('\r\n', at) ? 2 : 1
    line += 1
    if (record.cells.length > 1 || record.cells[0] !== '') yield record
  }
}

// What makes a spreadsheet calculate: the signs a formula begins with, their full-width twins, and what hides them.
const trigger = /[=+\-@\t\r\n＝＋－＠]/g
// Behind these a cell may begin, for a spreadsheet that takes another sign than the comma for the separator.
const separators = ',;|\t\r\n'

/**
 * A cell that no spreadsheet calculates: an apostrophe before whatever could begin a formula, at the cell's beginning or
 * behind a sign that some country's spreadsheet splits cells at, quotation marks in between or not (OWASP, CSV
 * injection). Text that already has such an apostrophe gets one more, so that `live(inert(x))` is x for every x.
 */
export function inert(cell: string): string {
  let [out, done] = ['', 0]
  for (const start of formulas(cell)) {
    out += `${cell.slice(done, start)}'`
    done = start
  }
  return out + cell.slice(done)
}

/** Takes back what `inert` did. */
export function live(cell: string): string {
  let [out, done] = ['', 0]
  for (const start of formulas(cell)) {
    if (cell[start] !== "'") continue
    out += cell.slice(done, start)
    done = start + 1
  }
  return out + cell.slice(done)
}

/** Where formulas could begin: the place of the first apostrophe or quotation mark before each. */
function* formulas(cell: string): Generator<number> {
  for (const { index } of cell.matchAll(trigger)) {
    let start = index
    while (start > 0 && `'"`.includes(cell[start - 1]!)) start -= 1
    if (start === 0 || separators.includes(cell[start - 1]!)) yield start
  }
}

/** The sign that separates the cells of the first line: the most frequent of three outside quotation marks. */
function separatorOf(text: string): string {
  const unquoted = text.slice(0, 10_000).replace(/"(?:[^"]|"")*"/g, '')
  const first = /^[^\r\n]*/.exec(unquoted)?.[0] ?? ''
  const counted = [',', ';', '\t'].map((sign) => ({ sign, count: first.split(sign).length }))
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).sign
}

/** Where the quotation mark is that closes a cell; a doubled one does not. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at
  }
  return -1
}

const breaksIn = (cell: string) => cell.match(/\r\n|[\r\n]/g)?.length ?? 0
