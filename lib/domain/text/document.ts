import { z } from 'zod'
import { webAddress } from '../web-address'

/** What a document may grow to: levels of lists and quotes within one another, and nodes of every kind together. */
export const documentLimits = { depth: 12, nodes: 200_000, alt: 1_000 } as const

export type InlineMark = { type: 'link'; attrs: { href: string } } | { type: 'bold' } | { type: 'italic' }
export type InlineNode = { type: 'text'; text: string; marks?: InlineMark[] } | { type: 'hardBreak' }
export type TextBlock =
  | { type: 'paragraph'; content?: InlineNode[] }
  | { type: 'heading'; attrs: { level: 2 | 3 | 4 }; content?: InlineNode[] }
/** A picture with its caption; `src` null is a picture whose file is missing. */
export type FigureNode = {
  type: 'figure'
  attrs: { src: string | null; alt: string }
  content?: InlineNode[]
}
export type ListItemNode = { type: 'listItem'; content: BlockNode[] }
export type BlockNode =
  | TextBlock
  | FigureNode
  | { type: 'bulletList'; content: ListItemNode[] }
  | { type: 'orderedList'; attrs: { start: number }; content: ListItemNode[] }
  | { type: 'blockquote'; content: BlockNode[] }
  | { type: 'horizontalRule' }

/** The one document model: ProseMirror JSON of the schema in `lib/document`. */
export type ArticleDocument = { type: 'doc'; content: BlockNode[] }

// Marks have one order and occur once each, as ProseMirror's own check demands.
const markOrder = ['link', 'bold', 'italic'] as const
const mark = z.discriminatedUnion('type', [
  z.object({ type: z.literal('link'), attrs: z.object({ href: webAddress }) }),
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
])
const marks = z
  .array(mark)
  .max(10)
  .transform((all) => markOrder.flatMap((type) => all.find((m) => m.type === type) ?? []))
const inline = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string().min(1).regex(/^[^\r\n]*$/), marks: marks.optional() }),
  z.object({ type: z.literal('hardBreak') }),
])
const content = z.array(inline).optional()

const paragraph = z.object({ type: z.literal('paragraph'), content })
const heading = z.object({
  type: z.literal('heading'),
  attrs: z.object({ level: z.union([z.literal(2), z.literal(3), z.literal(4)]) }),
  content,
})
const figure = z.object({
  type: z.literal('figure'),
  attrs: z.object({ src: webAddress.nullable(), alt: z.string().max(documentLimits.alt).regex(/^[^\r\n]*$/) }),
  content,
})
const rule = z.object({ type: z.literal('horizontalRule') })
const blocks = z.lazy(() => z.array(block).min(1))
const listItem: z.ZodType<ListItemNode> = z.object({
  type: z.literal('listItem'),
  content: blocks.refine((all) => all[0]?.type === 'paragraph', { error: 'invalid' }),
})
const items = z.array(listItem).min(1)
// A list that says nonsense of its first number begins at one.
const start = z.int().min(-999_999_999).max(999_999_999).catch(1)
const block: z.ZodType<BlockNode> = z.discriminatedUnion('type', [
  paragraph,
  heading,
  figure,
  rule,
  z.object({ type: z.literal('bulletList'), content: items }),
  z.object({ type: z.literal('orderedList'), attrs: z.object({ start }), content: items }),
  z.object({ type: z.literal('blockquote'), content: blocks }),
])

/**
 * A document at a door: from a browser, from a JSON column, from an importer. Answers with a clean copy, unknown
 * attributes left out. Its size and depth are looked at before anything recursive runs, so that no input overflows the
 * stack: `bodyTooDeep` and `bodyTooManyParts`. Text holds no line ends (a line end is a `hardBreak`); U+0000 and lone
 * surrogates are `checkText`'s matter, since it knows where they are.
 */
export const articleDocument: z.ZodType<ArticleDocument> = z
  .unknown()
  .superRefine((value, context) => {
    const problem = tooMuch(value)
    if (problem) context.addIssue({ code: 'custom', message: problem })
  })
  .pipe(z.object({ type: z.literal('doc'), content: blocks }))

/** Walks the tree with a stack of its own. A list or quote with its items counts as one level. */
function tooMuch(value: unknown): 'bodyTooDeep' | 'bodyTooManyParts' | null {
  const waiting: { node: unknown; depth: number }[] = [{ node: value, depth: 0 }]
  for (let seen = 0; waiting.length > 0; seen += 1) {
    const { node, depth } = waiting.pop()!
    if (seen > documentLimits.nodes) return 'bodyTooManyParts'
    if (depth > documentLimits.depth * 2 + 2) return 'bodyTooDeep'
    if (typeof node !== 'object' || node === null || !('content' in node) || !Array.isArray(node.content)) continue
    const inside = depth + ('type' in node && node.type === 'blockquote' ? 2 : 1)
    if (node.content.length > documentLimits.nodes) return 'bodyTooManyParts'
    for (const child of node.content) waiting.push({ node: child, depth: inside })
  }
  return null
}
