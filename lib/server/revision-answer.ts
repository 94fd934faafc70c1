import 'server-only'
import type { revisionFormats } from '@/lib/domain/article-json'
import { taggedText } from './http'
import type { RevisionView } from './revisions'

type Format = (typeof revisionFormats)[number]

/** A revision in the form that was asked for, tagged by the hash of its text; `link` says where its annotations are. */
export function revisionAnswer(request: Request, revision: RevisionView, format: Format, link: string): Response {
  const { mediaType, body, tag } = forms[format](revision)
  return taggedText(request, tag, () => body, { 'content-type': mediaType, link })
}

/** A revision never changes, so that its text's hash tells its other forms apart from nothing but each other. */
const forms: Record<Format, (revision: RevisionView) => { mediaType: string; body: string; tag: string }> = {
  text: ({ text, sha256 }) => ({ mediaType: 'text/plain; charset=utf-8', body: text, tag: sha256 }),
  html: ({ html, sha256 }) => ({ mediaType: 'text/html; charset=utf-8', body: html, tag: `${sha256}-html` }),
  json: ({ document, sha256 }) => ({ mediaType: 'application/json', body: JSON.stringify(document), tag: `${sha256}-json` }),
}
