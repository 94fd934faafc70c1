import 'server-only'
import { Readability } from '@mozilla/readability'
import { JSDOM, VirtualConsole } from 'jsdom'
import { keepMeaning } from '@/lib/document/keep-meaning'
import { refuse, type Result } from '@/lib/domain/problem'
import { canonicalText } from '@/lib/domain/text/canonical-text'
import { importLimits } from './bounded'
import { documentFrom } from './document-from'
import { pageDetails } from './page-details'
import type { ReadArticle } from './read-article'
import { tagsOf } from './tag-count'

/**
 * The article of a web page: its text without what stands around it, and what the page says of itself. Nothing is loaded
 * and no script runs. Refuses `pageWithoutText` at `address`, and what `documentFrom` refuses. Slow on hostile pages:
 * call it where it can be stopped.
 */
export function pageArticle(html: string, address: string): Result<ReadArticle> {
  const { depth, count } = tagsOf(html, importLimits.domDepth)
  if (depth > importLimits.domDepth) return refuse('bodyTooDeep', 'address', { limit: importLimits.domDepth })
  if (count > importLimits.tags) return refuse('bodyTooManyParts', 'address', { limit: importLimits.tags })
  const page = inertPage(html, address)
  // Before the text is looked for: finding it takes the page apart, and its styles with it.
  keepMeaning(page)
  const said = pageDetails(page)
  const found = new Readability(page).parse()
  if (!found?.content) return refuse('pageWithoutText', 'address')
  const document = documentFrom({ format: 'html', body: found.content }, address, 'address')
  if (!document.ok) return document.problems[0]?.code === 'bodyEmpty' ? refuse('pageWithoutText', 'address') : document
  const text = canonicalText(document.value)
  if (weight(text) < enough) return refuse('pageWithoutText', 'address')
  return { ok: true, value: { details: said({ ...found, text }), document: document.value } }
}

/** Less is a sentence that asks for JavaScript or a subscription, not an article. */
const enough = 60
const weight = (text: string) => text.length + 2 * (text.match(/\p{Script=Han}/gu)?.length ?? 0)

/** A page in a window that shows nothing: no style sheet is read, nothing is loaded, no script runs, no fault is printed. */
function inertPage(html: string, address: string): Document {
  const { window } = new JSDOM('', { url: address, virtualConsole: new VirtualConsole() })
  return new window.DOMParser().parseFromString(html, 'text/html')
}
