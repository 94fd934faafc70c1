import 'server-only'
import mammoth from 'mammoth'
import { limits } from '@/lib/domain/article'
import { refuse, type Result } from '@/lib/domain/problem'
import { canonicalText } from '@/lib/domain/text/canonical-text'
import type { ArticleDocument } from '@/lib/domain/text/document'
import { coreProperty, firstElement, wordsOf } from './core-properties'
import { documentFrom } from './document-from'
import { detectLanguage } from './language'
import { detail, noDetails, type ReadArticle } from './read-article'
import { storedZip, zipParts, type ZipPart } from './zip-parts'

/** What the parts of a Word file may unpack to, in bytes: a long book has about ten million. */
const docxLimit = 40_000_000

/**
 * A Word file as an article: headings, paragraphs, lists, quotes and links; pictures are left out. The parts that hold
 * words are unpacked here, counting, and handed on as they are, so that no bomb goes off in the reader behind. Refuses
 * `fileDamaged`, `fileTooLarge`, and what `documentFrom` refuses.
 */
export async function readDocx(bytes: Uint8Array, path: string): Promise<Result<ReadArticle>> {
  const parts = unpacked(bytes)
  if (parts === 'large') return refuse('fileTooLarge', path, { limit: docxLimit })
  if (parts === null || parts.length === 0) return refuse('fileDamaged', path)
  const html = await mammoth.convertToHtml({ buffer: storedZip(parts.map(withoutGuides)) }, { styleMap, convertImage }).then(
    ({ value }) => value,
    // Whatever this reader throws, it is the file: nothing but the file went in.
    () => null,
  )
  if (html === null) return refuse('fileDamaged', path)
  const title = firstElement(html, '<h1 class="title">', '</h1>')
  const document = documentFrom({ format: 'html', body: title ? html.replace(title, '') : html }, null, path)
  if (!document.ok) return document
  const core = parts.find(({ name }) => name === 'docProps/core.xml')?.bytes.toString('utf8') ?? ''
  const text = canonicalText(document.value)
  const details = {
    ...noDetails,
    title: detail(wordsOf(title ?? '') || coreProperty(core, 'dc:title') || firstHeading(document.value), limits.title) ?? '',
    byline: detail(coreProperty(core, 'dc:creator'), limits.byline),
    language: detectLanguage(text),
  }
  return { ok: true, value: { details: { ...details, language: details.language === 'und' ? null : details.language }, document: document.value } }
}

function unpacked(bytes: Uint8Array): ZipPart[] | null | 'large' {
  try {
    return zipParts(bytes, (name) => /\.(xml|rels)$/i.test(name), docxLimit)
  } catch (error) {
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return 'large'
    throw error
  }
}

/**
 * The words under phonetic guides where the guides stood: the reader behind knows no guides and would drop both. By positions,
 * since no pattern over a whole file is sure to be linear.
 */
function withoutGuides(part: ZipPart): ZipPart {
  if (!part.name.startsWith('word/') || !part.bytes.includes('<w:ruby>')) return part
  const xml = part.bytes.toString('utf8')
  const kept: string[] = []
  let at = 0
  for (let start = xml.indexOf('<w:ruby>'); start >= 0; start = xml.indexOf('<w:ruby>', at)) {
    const end = xml.indexOf('</w:ruby>', start)
    if (end < 0) break
    const guide = xml.slice(start, end)
    const [base, after] = [guide.indexOf('<w:rubyBase>'), guide.lastIndexOf('</w:rubyBase>')]
    kept.push(xml.slice(at, start), base >= 0 && after > base ? guide.slice(base + '<w:rubyBase>'.length, after) : '')
    at = end + '</w:ruby>'.length
  }
  return { name: part.name, bytes: Buffer.from(kept.join('') + xml.slice(at), 'utf8') }
}

const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
const styleMap = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='heading 1'] => h2:fresh",
  "p[style-name='heading 2'] => h3:fresh",
  "p[style-name='heading 3'] => h4:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
]

const firstHeading = ({ content }: ArticleDocument) => {
  const first = content[0]
  return first?.type === 'heading' ? canonicalText({ type: 'doc', content: [first] }) : ''
}
