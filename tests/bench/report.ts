import { mkdirSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { resolve } from 'node:path'

/** A table of a bench: `rows` hold a cell for each of `columns`. */
export type Table = { heading: string; columns: readonly string[]; rows: readonly (readonly (string | number)[])[]; notes?: string[] }

const folder = resolve(import.meta.dirname, '../../bench-results')

/** Prints a bench's tables and writes them, as Markdown to read and as JSON to compare, to `bench-results/<name>`. */
export function report(name: string, tables: readonly Table[]): void {
  const markdown = [`Measured ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, ${machine()}.`, ...tables.map(toMarkdown)].join('\n\n')
  mkdirSync(folder, { recursive: true })
  writeFileSync(resolve(folder, `${name}.md`), `${markdown}\n`)
  writeFileSync(resolve(folder, `${name}.json`), JSON.stringify({ name, date: new Date().toISOString(), machine: machine(), tables }, null, 2))
  console.log(`\n${markdown}\n`)
}

function toMarkdown({ heading, columns, rows, notes = [] }: Table): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  const head = [line(columns), line(columns.map((_, at) => (at === 0 ? '---' : '---:')))]
  return [`### ${heading}`, [...head, ...rows.map(line)].join('\n'), ...notes].join('\n\n')
}

/** How many cores, and whether others were using them: figures of a busy machine are worse than they need be. */
function machine(): string {
  const [minute = 0] = os.loadavg()
  const cores = os.cpus().length
  return `Node ${process.versions.node}, ${cores} cores, load ${minute.toFixed(1)} in the last minute`
}

/** The middle one of some measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}
