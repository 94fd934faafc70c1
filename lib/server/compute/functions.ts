import 'server-only'
import type { ArticleContent } from '@/lib/domain/new-article'

/** A source that was typed in or sent; what is wrong with it is told at `path`. */
type Source = { content: ArticleContent; base: string | null; path: string }

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
}
