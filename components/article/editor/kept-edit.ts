import { browserStore } from '@/components/annotation/browser-store'
import { articleDocument, type ArticleDocument } from '@/lib/domain/text/document'

/** An edit that only this browser has: the server did not answer for it yet. */
export type KeptEdit = { document: ArticleDocument; baseRevision: number }

const store = browserStore(() => localStorage, 'gloss:edit:')

export const keepEdit = (articleId: string, edit: { document: unknown; baseRevision: number }) => store.write(articleId, edit)
export const forgetEdit = (articleId: string) => store.remove(articleId)

/** Reads it once, so that it can be a snapshot of `useSyncExternalStore`; null where there is none or it is no document. */
export function openKeptEdit(articleId: string) {
  let read: KeptEdit | null | undefined
  return () => (read === undefined ? (read = shaped(store.read(articleId))) : read)
}

function shaped(value: unknown): KeptEdit | null {
  if (typeof value !== 'object' || value === null || !('document' in value) || !('baseRevision' in value)) return null
  const document = articleDocument.safeParse(value.document)
  return document.success && Number.isInteger(value.baseRevision) ? { document: document.data, baseRevision: Number(value.baseRevision) } : null
}
