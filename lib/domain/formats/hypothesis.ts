import { z } from 'zod'
import { accept, refuse, type Problem, type Result } from '../problem'
import { checkIncoming } from './check-incoming'
import { mostIncoming, type Format, type IncomingAnnotation, type IncomingPlace, type Parsed } from './exchange'
import type { JsonObject } from './foreign'
import { checkJson, isObject, readJson, under } from './read-json'

/**
 * Annotations of Hypothesis, as its API answers a search (`rows`), as its client exports them (`annotations`), as a list,
 * or one alone. Only in: whoever uses Hypothesis reads W3C annotations as well.
 */
export const hypothesis = {
  name: 'hypothesis',
  mediaType: 'application/json',
  extension: 'json',
  parse: (text) => {
    if (text.trim() === '') return refuse('fileEmpty')
    const value = readJson(text)
    return value.ok ? parseRows(value.value) : value
  },
} satisfies Format

const selector = z.object({ type: z.string(), exact: z.string().optional(), prefix: z.string().optional(), suffix: z.string().optional() })
const row = z.object({
  id: z.string(),
  uri: z.string(),
  text: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  user: z.string().nullish(),
  user_info: z.object({ display_name: z.string().nullish() }).nullish(),
  created: z.string().nullish(),
  updated: z.string().nullish(),
  references: z.array(z.string()).nullish(),
  target: z.array(z.object({ selector: z.array(selector).nullish() })).nullish(),
})
type Row = z.infer<typeof row>

function parseRows(value: unknown): Result<Parsed> {
  const found = rowsOf(value)
  if (!found) return refuse('fileFormat')
  if (found.items.length > mostIncoming) return refuse('tooMany', '', { limit: mostIncoming })
  const read = found.items.map((item, index) => {
    const at = found.path === null ? '' : under(found.path, index)
    const problem = checkJson(item, at)
    const parsed = row.safeParse(item)
    return { at, problem, row: parsed.success ? parsed.data : null }
  })
  const rows = read.flatMap((each) => each.row ?? [])
  const byId = new Map(rows.map((each) => [each.id, each]))
  // A file on one page is on the article that somebody brings it to; of one on several only the article's own is taken.
  const onePage = new Set(rows.map(({ uri }) => uri)).size <= 1
  const parsed: Parsed = { annotations: [], refused: [] }
  read.forEach(({ at, problem, row: each }, index) => {
    const annotation = problem ? refused(problem) : each ? annotationOf(each, { index, at, byId, onePage }) : refuse('fileFormat', at)
    if (annotation.ok) parsed.annotations.push(annotation.value)
    else parsed.refused.push({ index, problems: annotation.problems })
  })
  return accept(parsed)
}

const refused = (problem: Problem) => ({ ok: false as const, problems: [problem] })

/** Where the annotations stand in a file, and on which path; null where it holds none of Hypothesis. */
function rowsOf(value: unknown): { items: unknown[]; path: string | null } | null {
  if (Array.isArray(value)) return { items: value, path: '' }
  if (!isObject(value)) return null
  if (Array.isArray(value.rows)) return { items: value.rows, path: 'rows' }
  if (Array.isArray(value.annotations)) return { items: value.annotations, path: 'annotations' }
  return typeof value.uri === 'string' ? { items: [value], path: null } : null
}

type Among = { index: number; at: string; byId: ReadonlyMap<string, Row>; onePage: boolean }

function annotationOf(each: Row, { index, at, byId, onePage }: Among): Result<IncomingAnnotation> {
  // A reply stands where what it answers stands.
  const first = each.references?.[0]
  const placed = first === undefined ? each : byId.get(first)
  if (!placed) return refuse('replyAlone', at)
  return checkIncoming({
    index,
    at,
    origin: originOf(each.id),
    source: onePage ? null : each.uri,
    place: placeOf(placed),
    labels: [...new Set((each.tags ?? []).map((tag) => tag.trim()).filter(Boolean))].map((name) => ({ name })),
    note: each.text?.trim() ? { format: 'markdown', value: each.text } : null,
    evidence: [],
    confidence: null,
    sourceName: null,
    foreign: { properties: { ...creatorOf(each), ...momentOf('created', each.created), ...momentOf('modified', each.updated) } },
  })
}

/** Without a selector it is a note on the page. Positions count in the page, not in our text: the quote alone says where. */
function placeOf({ target }: Row): IncomingPlace {
  const selectors = target?.[0]?.selector ?? []
  if (selectors.length === 0) return null
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector')
  if (!quote?.exact) return { quote: null, position: null }
  const { exact, prefix, suffix } = quote
  return { quote: { exact, ...(prefix && { prefix }), ...(suffix && { suffix }) }, position: null }
}

const originOf = (id: string) => (/^[\w-]{8,64}$/.test(id) ? `https://hypothes.is/a/${id}` : null)

function creatorOf({ user, user_info }: Row): JsonObject {
  const name = user_info?.display_name?.trim() || /^acct:([^@]+)@/.exec(user ?? '')?.[1]
  if (!name) return {}
  return { creator: { ...(user && /^acct:[^\s@]+@[^\s@]+$/.test(user) && { id: user }), type: 'Person', name } }
}

/** A moment as W3C annotations say it, where it is one. */
const momentOf = (name: 'created' | 'modified', moment: string | null | undefined): JsonObject =>
  moment && z.iso.datetime({ offset: true }).safeParse(moment).success ? { [name]: moment } : {}
