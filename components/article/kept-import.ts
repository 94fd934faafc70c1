import { openBeginning, type Beginning } from '@/components/kept/beginning'
import { articleDocument, type ArticleDocument } from '@/lib/domain/text/document'
import { blankDetails, type DetailsText } from './details-fields'

/** What somebody corrected in an import that is not an article yet. */
export type KeptImport = { details: DetailsText; document: ArticleDocument }

export const openKeptImport = (importId: string): Beginning<KeptImport> => openBeginning('import', importId, shaped)

function shaped(value: unknown): KeptImport | null {
  if (typeof value !== 'object' || value === null || !('document' in value) || !('details' in value)) return null
  const document = articleDocument.safeParse(value.document)
  if (!document.success || typeof value.details !== 'object' || value.details === null) return null
  const texts = Object.entries(value.details).filter((pair) => pair[0] in blankDetails && typeof pair[1] === 'string')
  return { document: document.data, details: { ...blankDetails, ...Object.fromEntries(texts) } }
}
