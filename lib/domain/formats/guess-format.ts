/**
 * The name of the format that a file seems to be in, by its name and how it begins; null where nothing tells. Only a
 * guess to begin with: whoever imports can say otherwise. ('flags.csv', '') is csv.
 */
export function guessFormat(fileName: string, begin: string): string | null {
  const start = begin.slice(0, 20_000).replace(/^\uFEFF?\s*/, '')
  const extension = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  if (/^[{[]/.test(start)) return ofJson(start, extension)
  const [first = ''] = start.split(/[\r\n]/)
  if (/^[^\t]+\t[^\t]+\t\d+\t\d+\s*$/.test(first)) return 'ptc'
  if (extension === 'csv' || /(^|[,;\t"])(quote|label)("?[,;\t]|"?$)/i.test(first)) return 'csv'
  return byExtension[extension] ?? null
}

function ofJson(start: string, extension: string): string {
  if (/"export_userid"|"rows"\s*:|"user"\s*:\s*"acct:/.test(start) || (/"uri"\s*:/.test(start) && !/"@context"\s*:/.test(start))) return 'hypothesis'
  return extension === 'jsonl' || extension === 'ndjson' || /^\{.*\}[^\S\r\n]*[\r\n]\s*\{/.test(start) ? 'jsonl' : 'w3c'
}

const byExtension: Record<string, string> = { tsv: 'ptc', json: 'w3c', jsonld: 'w3c', jsonl: 'jsonl', ndjson: 'jsonl' }
