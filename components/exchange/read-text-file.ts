import { importLimits } from '@/lib/domain/formats/import-request'
import { accept, refuse, type Result } from '@/lib/domain/problem'

/** The text of a file that somebody chose; refused where it is too large or not UTF-8. */
export async function readTextFile(file: File): Promise<Result<string>> {
  if (file.size > importLimits.bytes) return refuse('fileTooLarge', '', { limit: importLimits.bytes })
  try {
    return accept(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()))
  } catch (error) {
    if (error instanceof TypeError) return refuse('bodyNotUtf8')
    throw error
  }
}
