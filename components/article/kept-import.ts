import { browserStore } from '@/components/annotation/browser-store'
import { articleDocument, type ArticleDocument } from '@/lib/domain/text/document'
import { blankDetails, type DetailsText } from './details-fields'

/** What somebody corrected in an import that is not an article yet. */
export type KeptImport = { details: DetailsText; document: ArticleDocument }

const store = browserStore(() => localStorage, 'gloss:import:')

export const keepImport = (importId: string, kept: { details: DetailsText; document: unknown }) => store.write(importId, kept)
export const forgetImport = (importId: string) => store.remove(importId)

/** Reads it once, so that it can be a snapshot of `useSyncExternalStore`; null where there is none. */
export function openKeptImport(importId: string) {
  let read: KeptImport | null | undefined
  return () => (read === undefined ? (read = shaped(store.read(importId))) : read)
}

function shaped(value: unknown): KeptImport | null {
  if (typeof value !== 'object' || value === null || !('document' in value) || !('details' in value)) return null
  const document = articleDocument.safeParse(value.document)
  if (!document.success || typeof value.details !== 'object' || value.details === null) return null
  const texts = Object.entries(value.details).filter((pair) => pair[0] in blankDetails && typeof pair[1] === 'string')
  return { document: document.data, details: { ...blankDetails, ...Object.fromEntries(texts) } }
}
