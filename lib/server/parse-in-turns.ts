import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { mostIncoming, type Format, type ParseContext, type Parsed } from '@/lib/domain/formats/exchange'
import { parseItem } from '@/lib/domain/formats/w3c'
import { accept, refuse, type Result } from '@/lib/domain/problem'

/** Milliseconds of work before others of this process have their turn. */
const turn = 25

/** What the format's own `parse` makes of a file, with pauses in which other requests are answered. */
export async function parseInTurns(format: Format, text: string, context: ParseContext): Promise<Result<Parsed>> {
  if (!format.items) return format.parse ? format.parse(text, context) : refuse('fileFormat')
  const items = format.items(text)
  if (!items.ok) return items
  if (items.value.length > mostIncoming) return refuse('tooMany', '', { limit: mostIncoming })
  const parsed: Parsed = { annotations: [], refused: [] }
  let began = performance.now()
  for (const [index, item] of items.value.entries()) {
    if (performance.now() - began > turn) {
      await setImmediate()
      began = performance.now()
    }
    parseItem(parsed, item, index, context)
  }
  return accept(parsed)
}
