import 'server-only'
import { DOMParser } from '@tiptap/pm/model'
import { JSDOM } from 'jsdom'
import { articleSchema } from '@/lib/document/article-schema'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { importLimits } from './bounded'
import { prepareHtml } from './prepare-html'
import { domDepth, tagDepth } from './tag-depth'

const parser = DOMParser.fromSchema(articleSchema)

/**
 * HTML of any make as the JSON of a document: a fragment or a whole page, broken or not. Nothing is loaded and no script
 * runs: the parser is given an inert fragment. Relative addresses are resolved against `base` or dropped. Refuses what
 * nests too deep (`bodyTooDeep`). Call it inside `bounded`: hostile input makes it slow.
 */
export function parseHtml(html: string, base: string | null, path: string): Result<unknown> {
  const limit = importLimits.domDepth
  if (tagDepth(html, limit) > limit) return refuse('bodyTooDeep', path, { limit })
  const fragment = JSDOM.fragment(html)
  if (domDepth(fragment, limit) > limit) return refuse('bodyTooDeep', path, { limit })
  prepareHtml(fragment, base)
  return accept(parser.parse(fragment).toJSON())
}
