import 'server-only'
import type { Anchor } from '@/lib/domain/anchoring/carry'
import type { Replaced } from '@/lib/domain/anchoring/replaced'
import type { ArticleContent } from '@/lib/domain/new-article'
import { accept } from '@/lib/domain/problem'
import type { SoughtPassage } from '../passages'
import type { SummarySource } from '../summary-content'

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
    const [{ documentFrom }, { contentOf }] = await Promise.all([import('../import/document-from'), import('../revision-content')])
    return ({ content, base, path }: Source) => contentOf(documentFrom(content, base, path))
  },
  'check-document': async () => {
    const [{ storable }, { contentOf }] = await Promise.all([import('../import/document-from'), import('../revision-content')])
    return ({ json, path }: { json: string; path: string }) => contentOf(storable(JSON.parse(json), path))
  },
  'read-notes': async () => (await import('../import/read-notes')).readNotes,
  'parse-annotations': async () => (await import('../import/parse-annotations')).parseAnnotations,
  summarise: async () => {
    const { summaryContent } = await import('../summary-content')
    return ({ source, most }: { source: SummarySource; count: number; most?: number }) => accept(summaryContent(source, most))
  },
  'digest-work': async () => (await import('../marked-work')).judging['digest-work'],
  'class-results': async () => (await import('../marked-work')).judging['class-results'],
  'propose-grades': async () => (await import('../marked-work')).judging['propose-grades'],
  'compare-texts': async () => {
    const { compare } = await import('@/lib/domain/text/compare')
    return ({ before, after }: Texts) => accept(compare(before, after))
  },
  'find-passages': async () => {
    const { findPassages } = await import('../passages')
    return ({ text, passages }: { text: string; passages: readonly SoughtPassage[] }) => accept(findPassages(text, passages))
  },
  'carry-anchors': async () => {
    const { carryAnchors } = await import('@/lib/domain/anchoring/carry')
    return ({ before, after, anchors, replaced }: Texts & { anchors: readonly Anchor[]; replaced?: readonly Replaced[] }) =>
      accept(carryAnchors(before, after, anchors, replaced))
  },
}
