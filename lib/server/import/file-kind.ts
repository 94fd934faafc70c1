import 'server-only'

export type FileKind = 'html' | 'text' | 'markdown' | 'pdf' | 'docx' | 'locked'

/**
 * What a file is: by its first bytes where these say so, whatever it is called; else by its media type and name. `locked`
 * is an Office file with a password; null is a kind that holds no article.
 */
export function fileKind(bytes: Uint8Array, mediaType: string, name = ''): FileKind | null {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (start.includes('%PDF-')) return 'pdf'
  if (start.startsWith('PK\x03\x04')) return Buffer.from(bytes).includes('word/') ? 'docx' : null
  if (start.startsWith('\xd0\xcf\x11\xe0')) return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'locked' : null
  if (binary.some((magic) => start.startsWith(magic))) return null
  const type = mediaType.split(';')[0]?.trim().toLowerCase() ?? ''
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase()
  if (type === 'text/html' || type === 'application/xhtml+xml' || extension === 'html' || extension === 'htm') return 'html'
  if (type === 'text/markdown' || extension === 'md' || extension === 'markdown') return 'markdown'
  if (type === 'text/plain' || extension === 'txt') return /^\s*<(!doctype html|html)[\s>]/i.test(start) ? 'html' : 'text'
  if (type !== '' && type !== 'application/octet-stream') return null
  return /<(!doctype html|html|head|body)[\s>]/i.test(start) ? 'html' : null
}

/** Pictures, archives, sound and programs that servers hand out under any name. */
const binary = ['\x89PNG', 'GIF8', '\xff\xd8\xff', 'RIFF', '\x1f\x8b', 'Rar!', '7z\xbc\xaf', 'ID3', 'OggS', '\x7fELF', 'MZ\x90', 'BM']
