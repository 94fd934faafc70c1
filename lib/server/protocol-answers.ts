import 'server-only'
import { createHash } from 'node:crypto'
import type { Json } from '@/lib/domain/formats/exchange'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { chooseType } from '@/lib/domain/protocol/accept'
import { passesIfNoneMatch } from '@/lib/domain/protocol/entity-tag'
import { headerList } from '@/lib/domain/protocol/header-list'
import { jsonTypes, profiledJsonLd } from '@/lib/domain/protocol/vocabulary'
import { mediaTypeOf, readText } from './json-body'

export type JsonType = (typeof jsonTypes)[number]

/** The type in which a request wants its answer; refused where it takes none that there is (`notAcceptable`). */
export function answerType(request: Request): Result<JsonType> {
  const type = chooseType(request.headers.get('accept'), jsonTypes)
  return type ? accept(type) : refuse('notAcceptable', '', { types: jsonTypes.join(', ') })
}

/** A thing written down, and its strong tag: whatever changes in what is sent changes the tag, and nothing else does. */
export type Tagged = { text: string; etag: string }

/** Writes a thing down as JSON and tags it. The same thing always gives the same tag, in every process. */
export function tagged(body: Json): Tagged {
  const text = JSON.stringify(body)
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"` }
}

type Telling = {
  status?: number
  headers?: Record<string, string>
  /** False for what is JSON-LD but no annotation: its media type names no profile. */
  profiled?: boolean
}

/** The answer with a thing in it; 304 where it was asked for with `If-None-Match` and is known there already. */
export function tellJson(
  request: Request,
  type: JsonType,
  { text, etag }: Tagged,
  { status = 200, headers = {}, profiled = true }: Telling = {},
): Response {
  const all = { etag, 'cache-control': 'private, no-cache', ...headers }
  const reading = request.method === 'GET' || request.method === 'HEAD'
  if (reading && !passesIfNoneMatch(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers: all })
  const contentType = type === 'application/ld+json' && profiled ? profiledJsonLd : type
  return new Response(text, { status, headers: { ...all, 'content-type': contentType } })
}

/**
 * The text of a body of one of these types, at most `limit` bytes long. Refused: `mediaTypeUnknown`, `bodyTooLarge`,
 * `jsonBroken` for what is not UTF-8 or says that it is in something else.
 */
export async function readBody(request: Request, types: readonly string[], limit: number): Promise<Result<string>> {
  if (!types.includes(mediaTypeOf(request))) return refuse('mediaTypeUnknown', '', { types: types.join(', ') })
  const charset = headerList(request.headers.get('content-type') ?? '')[0]?.parameters.get('charset')
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) return refuse('jsonBroken')
  if (Number(request.headers.get('content-length') ?? 0) > limit) return refuse('bodyTooLarge', '', { limit })
  return readText(request, limit)
}
