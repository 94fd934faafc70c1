import { keptBy, pageOwner } from '@/components/kept/owner'
import { replacedList, type Replaced } from '@/lib/domain/anchoring/replaced'
import { articleDocument, type ArticleDocument } from '@/lib/domain/text/document'
import type { Edit } from './edit-record'

/** An edit that only this browser has: the server did not answer for it yet. */
export type KeptEdit = { document: ArticleDocument; baseRevision: number; replaced: readonly Replaced[] | null }

const store = () => keptBy(pageOwner(), 'edit')

export const keepEdit = (articleId: string, edit: Edit & { baseRevision: number }) => store().write(articleId, edit)
export const forgetEdit = (articleId: string) => store().remove(articleId)

/** Reads it once, so that it can be a snapshot of `useSyncExternalStore`; null where there is none or it is no document. */
export function openKeptEdit(articleId: string) {
  let read: KeptEdit | null | undefined
  return () => (read === undefined ? (read = shaped(store().read(articleId))) : read)
}

function shaped(value: unknown): KeptEdit | null {
  if (typeof value !== 'object' || value === null || !('document' in value) || !('baseRevision' in value)) return null
  const document = articleDocument.safeParse(value.document)
  if (!document.success || !Number.isInteger(value.baseRevision)) return null
  const replaced = replacedList.nullable().catch(null).parse('replaced' in value ? value.replaced : null)
  return { document: document.data, baseRevision: Number(value.baseRevision), replaced }
}
