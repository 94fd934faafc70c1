import 'server-only'
import { DOMParser } from '@tiptap/pm/model'
import { JSDOM } from 'jsdom'
import { articleSchema } from '@/lib/document/article-schema'
import { makeWordLists } from '@/lib/document/word-lists'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { importLimits } from './bounded'
import { prepareHtml } from './prepare-html'
import { domDepth, tagsOf } from './tag-count'

const parser = DOMParser.fromSchema(articleSchema)

/**
 * HTML of any make as the JSON of a document: a fragment or a whole page, broken or not. Nothing is loaded and no script
 * runs: the parser is given an inert fragment. Relative addresses are resolved against `base` or dropped. Refuses what
 * nests too deep (`bodyTooDeep`) or has too many tags (`bodyTooManyParts`). Call it inside `bounded`: hostile input makes it slow.
 */
export function parseHtml(html: string, base: string | null, path: string): Result<unknown> {
  const limit = importLimits.domDepth
  const tags = tagsOf(html, limit)
  if (tags.depth > limit) return refuse('bodyTooDeep', path, { limit })
  if (tags.count > importLimits.tags) return refuse('bodyTooManyParts', path, { limit: importLimits.tags })
  const fragment = JSDOM.fragment(html)
  if (domDepth(fragment, limit) > limit) return refuse('bodyTooDeep', path, { limit })
  // Looking for them costs seconds on a long page, and few pages come from Word.
  if (/mso-?list/i.test(html)) makeWordLists(fragment)
  prepareHtml(fragment, base)
  return accept(parser.parse(fragment).toJSON())
}
