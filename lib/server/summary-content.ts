import 'server-only'
import type { Codebook } from '@/lib/domain/codebook/codebook'
import { countingReaders } from '@/lib/domain/summary/counting-readers'
import type { LayerSummary, SummaryAnnotation } from '@/lib/domain/summary/layer-summary'
import { summarise } from '@/lib/domain/summary/summarise'
import { countCodePoints } from '@/lib/domain/text/code-points'
import { joinedLabels, labelsOf } from './annotation-sql'

/** What one summary is made of; plain, so that it can be sent to another process. */
export type SummarySource = {
  /** The revision's canonical text, and its language as a tag. */
  text: string
  language: string | null
  codebook: Codebook
  /** The layer's annotations as a JSON list of `flagAsJson`, in reading order: read only where the summary is made. */
  flags: string
  /** Who handed in, where the layer is an assignment's and somebody has; they alone count. */
  handedIn: readonly string[] | null
  /** Who says to have read it all, in a layer that is everybody's; null in every other. */
  readAll: readonly string[] | null
}

/** A summary, and how many annotations the revision no longer holds: they are in none of its numbers. */
export type SummaryContent = { detached: number; summary: LayerSummary }

/** An annotation in `flags`: id, reader, start, end, labels as one text, name of the source, evidence, whether it is detached. */
type Row = [string, string, number, number, string | null, string | null, SummaryAnnotation['evidence'] | null, boolean]

/** The SQL of one such row, over the annotation `a` and its anchor `x`. */
export const flagAsJson = `
  json_build_array(a.id, a."authorId", x."start", x."end",
    (select ${joinedLabels('l')} from "AnnotationLabel" l where l."annotationId" = a.id), a."sourceName",
    (select json_agg(json_build_object('url', e.url, 'title', e.title) order by e.position) from "Evidence" e where e."annotationId" = a.id),
    x.state = 'orphaned')`

/** The summary of a layer. With `most` 0 there are counts alone; see `summarise`. */
export function summaryContent({ text, language, codebook, flags, handedIn, readAll }: SummarySource, most?: number): SummaryContent {
  const rows = JSON.parse(flags) as Row[]
  const readers = handedIn && new Set(handedIn)
  const counted = readers ? rows.filter(([, annotator]) => readers.has(annotator)) : rows
  const annotations = counted.filter((row) => !row[7]).map(annotationOf)
  const annotators = handedIn ?? [...new Set(annotations.map(({ annotator }) => annotator))]
  const measured = readAll ? { measured: countingReaders(annotations, countCodePoints(text), readAll) } : {}
  return {
    detached: counted.length - annotations.length,
    summary: summarise({ text, language, codebook, annotations, annotators, ...measured }, most),
  }
}

const annotationOf = ([id, annotator, start, end, labels, sourceName, evidence]: Row): SummaryAnnotation =>
  ({ id, annotator, start, end, labels: labelsOf(labels), sourceName, evidence: evidence ?? [] })
