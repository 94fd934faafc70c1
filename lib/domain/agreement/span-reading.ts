import type { Statistic } from './bootstrap-interval'
import type { Coefficient } from './coefficient'
import { countSweep } from './count-sweep'
import { sectionsOfUnits, unitsByAnnotator, type Section, type Unit } from './sections'
import { sweepSpans, type SpanLabels, type SpanSweep } from './span-sweep'

/** Spans with what several measures need of them, each made when it is first asked for. */
export type SpanReading = {
  data: SpanLabels
  /** Ends of the pieces that an interval draws from, the last being the text's length. */
  cuts: readonly number[]
  sweep(): SpanSweep
  /** The same where every label is one: marked or not. */
  bareSweep(): SpanSweep
  units(): Unit[][]
  sections(): readonly Section[]
}

/** Spans made ready for measures and their intervals; without cuts the text is one piece. */
export function readSpans(data: SpanLabels, cuts: readonly number[] = [data.textLength]): SpanReading {
  const units = once(() => unitsByAnnotator(data))
  const sections = once(() => sectionsOfUnits(units()))
  return {
    data,
    cuts,
    sweep: once(() => sweepSpans(data, cuts)),
    bareSweep: once(() => countSweep(sections(), '', data.annotators.length, cuts)),
    units,
    sections,
  }
}

/** A statistic of the whole text, every piece drawn once: the measure itself. */
export function wholeText({ data, cuts }: SpanReading, { of }: Statistic): number | null {
  return of({ turn: 0, times: new Uint32Array(cuts.length).fill(1), length: data.textLength })
}

/**
 * A measure's value, or why it has none: without a value where something is marked by two there is one category only. `items`
 * are the text's sections, as of unitized alpha.
 */
export function coefficientOf({ data, sections }: SpanReading, value: number | null): Coefficient {
  const few = data.annotators.length < 2
  const figures = { items: few ? 0 : sections().length, dropped: 0 }
  if (few) return { value: null, undefinedBecause: 'fewer-than-two-annotators', ...figures }
  if (sections().length === 0) return { value: null, undefinedBecause: 'no-annotations', ...figures }
  return value === null ? { value, undefinedBecause: 'one-category-only', ...figures } : { value, undefinedBecause: null, ...figures }
}

/** A measure that was given up, for the steps it would take. */
export function tooManyToCompare({ sections }: SpanReading): Coefficient {
  return { value: null, undefinedBecause: 'too-many-to-compare', items: sections().length, dropped: 0 }
}

/**
 * Spreads an amount evenly over the characters from `start` to `end` and adds to each piece what falls into it: the whole
 * where it lies in one piece, as nearly all spans do.
 */
export function spreader(cuts: readonly number[], into: Float64Array): (start: number, end: number, amount: number) => void {
  const pieceAt = (place: number) => {
    let [low, high] = [0, cuts.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (cuts[middle]! > place) high = middle
      else low = middle + 1
    }
    return low
  }
  return (start, end, amount) => {
    for (let piece = pieceAt(start), from = start; from < end; piece += 1) {
      const to = Math.min(end, cuts[piece] ?? end)
      into[piece]! += (amount * (to - from)) / (end - start)
      from = to
    }
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}
