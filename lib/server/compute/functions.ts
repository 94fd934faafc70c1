import 'server-only'
import type { Anchor } from '@/lib/domain/anchoring/carry'
import type { Replaced } from '@/lib/domain/anchoring/replaced'
import type { ArticleContent } from '@/lib/domain/new-article'
import { accept } from '@/lib/domain/problem'
import type { SummaryInput } from '@/lib/domain/summary/layer-summary'

/** A source that was typed in or sent; what is wrong with it is told at `path`. */
type Source = { content: ArticleContent; base: string | null; path: string }

/** Two revisions of one article. */
type Texts = { before: string; after: string }

/**
 * What each task does, in the child process: takes one plain value, answers a `Result`. Each is loaded when it is first
 * asked for, before its clock starts.
 */
export const functions = {
  'read-file': async () => (await import('../import/read-file')).readFile,
  'read-source': async () => {
    const { documentFrom } = await import('../import/document-from')
    return ({ content, base, path }: Source) => documentFrom(content, base, path)
  },
  'check-document': async () => {
    const { storable } = await import('../import/document-from')
    return ({ json, path }: { json: string; path: string }) => storable(JSON.parse(json), path)
  },
  'read-notes': async () => (await import('../import/read-notes')).readNotes,
  'parse-annotations': async () => (await import('../import/parse-annotations')).parseAnnotations,
  summarise: async () => {
    const { summarise } = await import('@/lib/domain/summary/summarise')
    return (input: SummaryInput) => accept(summarise(input))
  },
  'digest-work': async () => {
    const { digestOf } = await import('@/lib/domain/classroom/digest')
    return (work: Parameters<typeof digestOf>[0]) => accept(digestOf(work))
  },
  'compare-texts': async () => {
    const { compare } = await import('@/lib/domain/text/compare')
    return ({ before, after }: Texts) => accept(compare(before, after))
  },
  'carry-anchors': async () => {
    const { carryAnchors } = await import('@/lib/domain/anchoring/carry')
    return ({ before, after, anchors, replaced }: Texts & { anchors: readonly Anchor[]; replaced?: readonly Replaced[] }) =>
      accept(carryAnchors(before, after, anchors, replaced))
  },
}
