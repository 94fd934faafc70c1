import { csv } from './csv'
import type { Format } from './exchange'
import { html } from './html'
import { hypothesis } from './hypothesis'
import { jsonl } from './jsonl'
import { ptc } from './ptc'
import { w3c } from './w3c'
import { webanno } from './webanno'

/** Every format there is. The download menu, the import screen, the `Accept` table and their tests are made of this list. */
export const formats: readonly Format[] = [w3c, jsonl, csv, html, webanno, ptc, hypothesis]

type Writing = Format & Required<Pick<Format, 'serialize'>>
type Reading = Format & Required<Pick<Format, 'parse'>>

/** The formats that annotations leave in, and those they come in by. */
export const formatsOut: readonly Writing[] = formats.filter((format): format is Writing => format.serialize !== undefined)
export const formatsIn: readonly Reading[] = formats.filter((format): format is Reading => format.parse !== undefined)

/** The format of that name that annotations leave in, or null. */
export const formatOut = (name: string): Writing | null => formatsOut.find((format) => format.name === name) ?? null

/** The format of that name that annotations come in by, or null. */
export const formatIn = (name: string): Reading | null => formatsIn.find((format) => format.name === name) ?? null

/**
 * The format that an `Accept` header asks for among those that annotations leave in (RFC 9110, section 12.5.1): the one
 * it likes best, the earlier in the list where it likes several alike; null where it takes none of them. A media type
 * that two formats have is the earlier one's. 'text/csv;q=0.5, text/html' is html.
 */
export function formatAccepted(accept: string): Writing | null {
  const ranges = accept.split(',').map(rangeOf).filter((range) => range !== null)
  const rated = formatsOut.map((format) => ({ format, quality: qualityOf(format.mediaType, ranges) }))
  const best = rated.reduce((a, b) => (b.quality > a.quality ? b : a))
  return best.quality > 0 ? best.format : null
}

type MediaRange = { type: string; quality: number }

function rangeOf(text: string): MediaRange | null {
  const [type = '', ...parameters] = text.toLowerCase().split(';').map((part) => part.trim())
  const quality = parameters.find((each) => each.startsWith('q='))
  return type === '' ? null : { type, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 }
}

/** The most exact range that fits decides, whatever the others say. */
function qualityOf(mediaType: string, ranges: readonly MediaRange[]): number {
  const group = `${mediaType.split('/')[0]}/*`
  const fitting = [mediaType, group, '*/*'].map((type) => ranges.find((range) => range.type === type))
  return fitting.find((range) => range !== undefined)?.quality ?? 0
}
