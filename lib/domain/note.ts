import { z } from 'zod'
import { withoutLongRun } from './text/line'
import { storableText } from './text/storable'
import { webAddress } from './web-address'

export const noteLimits = { characters: 10_000, depth: 6 } as const

const mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({ type: z.literal('link'), attrs: z.object({ href: webAddress }) }),
])
const text = z.strictObject({ type: z.literal('text'), text: z.string().min(1).max(noteLimits.characters).pipe(storableText).check(withoutLongRun), marks: z.array(mark).max(3).optional() })
const lineBreak = z.strictObject({ type: z.literal('hardBreak') })
const inline = z.union([text, lineBreak])
const paragraph = z.strictObject({ type: z.literal('paragraph'), content: z.array(inline).max(500).optional() })
const listItem = z.strictObject({ type: z.literal('listItem'), content: z.array(paragraph).min(1).max(20) })
const bulletList = z.strictObject({ type: z.literal('bulletList'), content: z.array(listItem).min(1).max(100) })

/**
 * A note as the small Tiptap editor makes it: paragraphs and flat bullet lists with bold, italics and links, and nothing
 * else. Anything outside is refused, not stripped, so that no note loses words without its author being told.
 */
export const noteDocument = z
  .strictObject({ type: z.literal('doc'), content: z.array(z.union([paragraph, bulletList])).min(1).max(200) })
  .refine((doc) => noteText(doc).length <= noteLimits.characters, { error: 'tooLong' })
export type NoteDocument = { type: 'doc'; content: (z.infer<typeof paragraph> | z.infer<typeof bulletList>)[] }

/** The note's words alone, one line a paragraph: for lists, search and exports. */
export function noteText(doc: NoteDocument): string {
  return doc.content
    .map((block) => (block.type === 'paragraph' ? [block] : block.content.flatMap((item) => item.content)))
    .flat()
    .map((p) => (p.content ?? []).map((node) => (node.type === 'text' ? node.text : '\n')).join(''))
    .join('\n')
}
