import 'server-only'
import { contentFormatOf } from '@/lib/domain/content-format'
import { limits } from '@/lib/domain/article'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { ArticleContent } from '@/lib/domain/new-article'

/**
 * An uploaded file as an article's source: strict UTF-8 (UTF-16 where a byte order mark says so), the format by the
 * file's name, else by what it looks like. Refuses at `path`: `fileUnreadable` for other kinds of file, `bodyTooLarge`,
 * and `bodyNotUtf8` for bytes that are not text; nothing is replaced in silence.
 */
export async function decodeUpload(file: File, path: string): Promise<Result<ArticleContent>> {
  if (file.size > limits.bodyBytes * 2) return refuse('bodyTooLarge', path, { limit: limits.bodyBytes })
  const extension = /\.([a-z]+)$/i.exec(file.name)?.[1]?.toLowerCase()
  if (extension !== undefined && !readable.has(extension)) return refuse('fileUnreadable', path)
  const body = decode(new Uint8Array(await file.arrayBuffer()))
  return body === null ? refuse('bodyNotUtf8', path) : accept({ format: contentFormatOf(body, extension), body })
}

const readable = new Set(['md', 'markdown', 'html', 'htm', 'txt', 'text'])

function decode(bytes: Uint8Array): string | null {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
