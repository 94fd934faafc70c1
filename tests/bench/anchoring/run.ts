import { carryAnchors } from '@/lib/domain/anchoring/carry'
import type { Replaced } from '@/lib/domain/anchoring/replaced'
import { codePointIndex } from '@/lib/domain/text/code-points'
import { edit, ordinaryEdit, withRepeats } from './edit-history'
import { editorRecord } from './editor-record'
import { piecesOf, textOf } from './pieces'
import { searchQuote } from './quote-search'
import { chance } from './random'
import { score, type Answer, type Score } from './score'
import { sourceText, type Language } from './source-text'
import { passages, truths, type Passage, type Truth } from './truth'

/**
 * How well and how fast anchors are carried over an edit with known truth, by the texts alone and with our editor's own
 * record of it, beside a fuzzy search for each quote. `npx
 * tsx tests/bench/anchoring/run.ts [--whole] [--sizes=50000,200000] [--anchors=10000] [--seed=1]`; `--whole` gives the
 * search all anchors instead of 500 picked evenly (its time per anchor hardly varies).
 */
const options = Object.fromEntries(process.argv.slice(2).map((one) => one.replace(/^--/, '').split('=')))
const sizes: number[] = (options.sizes ?? '50000,200000,800000').split(',').map(Number)
const count = Number(options.anchors ?? 10_000)
const searched = 'whole' in options ? count : Math.min(count, Number(options.searched ?? 500))
const kinds = ['exact', 'moved', 'changed', 'remnant', 'deleted'] as const

for (const language of ['en', 'zh'] as const) for (const size of sizes) measure(language, size)

function measure(language: Language, size: number): void {
  const random = chance(Number(options.seed ?? 1) * 1000 + size)
  const source = sourceText(language, size)
  const before = withRepeats(source.text, language, 0.03, random).slice(0, size)
  const pieces = edit(before, language, ordinaryEdit(language), random)
  const after = textOf(pieces)
  const all = passages(before, piecesOf(before, language), count, random)
  const truth = truths(before, pieces, all)

  console.log(`\n${language}, ${source.name}: ${before.length} characters to ${after.length}, ${count} anchors`)
  const times = [1, 2, 3].map(() => timed(() => carried(before, after, all)))
  const best = times.reduce((a, b) => (b.time < a.time ? b : a))
  report('carried', best.time, all.length, truth, best.value)
  const record = editorRecord(before, pieces)
  const recorded = timed(() => carried(before, after, all, record))
  report('carried with the record of our editor', recorded.time, all.length, truth, recorded.value)
  if (searched === 0) return

  const sample = all
    .map((_, i) => i)
    .filter((i) => Math.floor((i * searched) / count) !== Math.floor(((i - 1) * searched) / count))
  const search = timed(() => sample.map((i) => searchQuote(after, descriptionOf(before, all[i]!))))
  report(
    'searched',
    search.time,
    sample.length,
    sample.map((i) => truth[i]!),
    search.value,
  )
  const ratio = search.time / sample.length / (best.time / all.length)
  const first = times[0]!.time.toFixed(0)
  console.log(`first pass ${first} ms, best ${best.time.toFixed(0)} ms: ${ratio.toFixed(0)} times as fast as the search`)
}

function carried(before: string, after: string, all: readonly Passage[], record?: readonly Replaced[]): Answer[] {
  const [old, next] = [codePointIndex(before), codePointIndex(after)]
  const anchors = all.map(({ id, start, end }) => ({ id, start: old.toCodePoint(start), end: old.toCodePoint(end) }))
  return carryAnchors(before, after, anchors, record).map(({ start, end, state }) =>
    state === 'orphaned' ? null : { start: next.toUtf16(start), end: next.toUtf16(end), state },
  )
}

function descriptionOf(text: string, { start, end }: Passage) {
  return {
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(end, end + 32),
    position: start,
  }
}

function timed<T>(run: () => T): { value: T; time: number } {
  const begin = performance.now()
  const value = run()
  return { value, time: performance.now() - begin }
}

function report(name: string, time: number, anchors: number, truth: Truth[], answers: Answer[]): void {
  console.log(`${name}: ${time.toFixed(0)} ms for ${anchors} anchors, ${((1000 * time) / anchors).toFixed(1)} µs each`)
  const percent = (part: number, { all }: Score) => (all === 0 ? '' : `${((100 * part) / all).toFixed(2)} %`)
  const rows = kinds.map((kind) => {
    const found = score(kind, truth, answers)
    return [kind, { ...found, 'right %': percent(found.right, found), 'wrong %': percent(found.wrong, found) }] as const
  })
  console.table(Object.fromEntries(rows))
}
