import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { hasLoneSurrogate } from '@/lib/domain/text/code-points'

const folder = path.resolve('..', 'shared/data/hostile')
const read = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'))

/** Where the lists lie beside this repository; a clone without them has the few below. */
export const hasHostileLists = existsSync(folder)

const few = [
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))', '"><script>alert(1)</script>', '<iframe srcdoc="<script>alert(1)</script>">', '<math><mtext></table><img src=1 onerror=alert(1)>',
  '=HYPERLINK("http://evil.example","x")', '{{constructor.constructor("alert(1)")()}}', '<style>@import "http://evil.example/x.css"</style>',
  '<form action="http://evil.example"><button>x</button></form>', '<base href="http://evil.example/">', '<meta http-equiv=refresh content="0;url=http://evil.example">',
]

/** Every payload of the lists once: naughty strings, vectors against browsers and sanitisers, images that are documents. */
export function hostilePayloads(): string[] {
  if (!hasHostileLists) return few
  const naughty = read('blns.json') as string[]
  const fixtures = (read('dompurify-fixtures.json') as { payload: string }[]).map(({ payload }) => payload)
  const vectors = read('xss-payloads.json') as { lists: Record<string, string[]>; h5scVectors: string[] }
  const images = Object.values(read('svg-xss.json') as Record<string, string>)
  return [...new Set([...few, ...naughty, ...fixtures, ...Object.values(vectors.lists).flat(), ...vectors.h5scVectors, ...images])].filter((payload) => typeof payload === 'string')
}

/** What a program can store at all; the rest must be refused by the door, which its own tests try. */
export const storable = (text: string): boolean => !hasLoneSurrogate(text) && !text.includes('\0')

/** Cut into runs of at most `size`. */
export function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))
}
