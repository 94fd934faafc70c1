import 'server-only'
import type { Format } from '@/lib/domain/formats/exchange'
import { normalForm } from '@/lib/domain/text/normal-form'

/**
 * The `Content-Disposition` of a file that is made of something titled: its title, as far as every file system takes it,
 * then the form. Browsers read the name in UTF-8 (RFC 8187), older programs the plain one.
 */
export function downloadName(title: string, { name, extension }: Pick<Format, 'name' | 'extension'>): string {
  const ending = name === extension ? extension : `${name}.${extension}`
  const words = [...title.replace(/[\p{C}\\/:*?"<>|%~]+/gu, ' ').replace(/\s+/g, ' ').trim()].slice(0, 80).join('').replace(/^[. ]+|[. ]+$/g, '') || 'article'
  const file = `${words}.${ending}`
  const plain = normalForm(file, 'NFKD').replace(/[^\x20-\x7e]+/g, '').replace(/\s+/g, ' ').trim()
  const fallback = plain === `.${ending}` || plain === '' ? `article.${ending}` : plain
  return `attachment; filename="${fallback}"; filename*=UTF-8''${encodeURIComponent(file).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`
}
