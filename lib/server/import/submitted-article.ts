import 'server-only'
import { accept, problemsOf, type Result } from '@/lib/domain/problem'
import { newArticle, type ArticleContent, type NewArticle } from '@/lib/domain/new-article'
import { checkSource } from '@/lib/domain/text/article-body'
import { withoutRepeatedTitle } from '@/lib/domain/text/repeated-title'
import { decodeUpload } from './decode-upload'

/**
 * The form of a new article, pasted or uploaded, as `createArticle` takes it. Empty optional fields are null. A file is
 * decoded strictly; its format is the chosen one, else the file's own (`format` empty). Problems are at `details.<field>`
 * and `content.body`.
 */
export async function readSubmittedArticle(form: FormData): Promise<Result<NewArticle>> {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const filled = (name: string) => text(name).trim() || null
  const source = await readSource(form, text)
  const parsed = newArticle.safeParse({
    details: {
      title: text('title'),
      byline: filled('byline'),
      siteName: filled('siteName'),
      sourceUrl: filled('sourceUrl'),
      language: filled('language'),
      publishedAt: filled('publishedAt'),
      visibility: text('visibility'),
    },
    content: source.ok ? { ...source.value, body: bodyOf(source.value, text('title')) } : { format: 'text', body: '' },
  })
  // Everything that is wrong at once, so that nobody is sent back twice.
  const body = source.ok ? checkSource(source.value.body, 'content.body') : source
  const problems = [...(body?.problems ?? []), ...(parsed.success ? [] : problemsOf(parsed.error))]
  return parsed.success && problems.length === 0 ? accept(parsed.data) : { ok: false, problems }
}

async function readSource(form: FormData, text: (name: string) => string): Promise<Result<ArticleContent>> {
  const file = form.get('file')
  // A form's own line ends are CR LF; the importers read every kind.
  if (text('way') !== 'upload') return accept({ format: chosen(text('format')) ?? 'text', body: text('body') })
  if (!(file instanceof File) || file.size === 0) return accept({ format: 'text', body: '' })
  const decoded = await decodeUpload(file, 'content.body')
  return decoded.ok ? accept({ ...decoded.value, format: chosen(text('format')) ?? decoded.value.format }) : decoded
}

const bodyOf = ({ format, body }: ArticleContent, title: string) => (format === 'markdown' ? withoutRepeatedTitle(body, title) : body)

const chosen = (format: string) => (format === 'markdown' || format === 'html' || format === 'text' ? format : null)
