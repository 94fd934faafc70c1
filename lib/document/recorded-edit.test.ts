import type { Node } from '@tiptap/pm/model'
import { canJoin, canSplit, findWrapping, liftTarget, Transform } from '@tiptap/pm/transform'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carryAnchors } from '@/lib/domain/anchoring/carry'
import { keptStretches } from '@/lib/domain/anchoring/kept-stretches'
import { recordedEdit } from '@/lib/domain/anchoring/recorded-edit'
import { composed, type Replaced } from '@/lib/domain/anchoring/replaced'
import { canonicalText } from '@/lib/domain/text/canonical-text'
import { articleDocument, type ArticleDocument, type BlockNode } from '@/lib/domain/text/document'
import { storedDocument } from '@/lib/domain/text/stored-document'
import { articleSchema } from './article-schema'
import { stepRanges } from './step-ranges'

/**
 * The trick: a text in which every character occurs once is edited, so that it is known where each went; what is carried
 * is the same text with nearly all characters alike, where no comparison could know.
 */
const alike = (text: string) =>
  text.replace(/[^\n]/gu, (one) => {
    const code = one.codePointAt(0)!
    return code > 0xffff ? '𠮷' : '的了是'[code % 3]!
  })
const unique = (from: number, length: number) =>
  Array.from({ length }, (_, i) => String.fromCodePoint((i % 5 === 4 ? 0x20000 : 0x4e00) + from + i)).join('')

const paragraphs = (first: number, lengths: number[]): BlockNode[] =>
  lengths.map((length, i) => ({ type: 'paragraph', content: length === 0 ? [] : [{ type: 'text', text: unique(first + 100 * i, length) }] }))
const documents: fc.Arbitrary<ArticleDocument> = fc
  .tuple(fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 4 }), fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 3 }), fc.nat({ max: 2 }))
  .map(([lengths, items, shape]) => {
    const list: BlockNode = { type: 'bulletList', content: items.map((length, i) => ({ type: 'listItem', content: paragraphs(1000 + 100 * i, [length]) })) }
    const rest: BlockNode[] = shape === 0 ? [] : shape === 1 ? [list] : [{ type: 'blockquote', content: [list] }, { type: 'horizontalRule' }, ...paragraphs(2000, [5])]
    return { type: 'doc', content: [...paragraphs(0, lengths), ...rest] }
  })

const kinds = ['write', 'write', 'delete', 'delete', 'split', 'join', 'heading', 'wrap', 'lift', 'bold', 'break', 'cut', 'undo'] as const
const deeds = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(), fc.nat({ max: 9 }), fc.nat()), { minLength: 1, maxLength: 8 })

/** Does the deeds and answers with the characters that were pasted, or brought back, rather than left where they were. */
function edit(tr: Transform, all: readonly (readonly [(typeof kinds)[number], number, number, number])[]): Set<string> {
  const pasted = new Set<string>()
  let fresh = 5000
  for (const [kind, where, length, other] of all) {
    const size = tr.doc.content.size
    const from = outsidePair(tr.doc, where % (size + 1))
    const to = outsidePair(tr.doc, Math.max(from, Math.min(size, from + length)))
    const place = tr.doc.resolve(from)
    const range = place.blockRange(tr.doc.resolve(to))
    if (kind === 'write' && place.parent.inlineContent) tr.insert(from, articleSchema.text(unique((fresh += 20), 1 + length)))
    if (kind === 'break' && place.parent.inlineContent) tr.insert(from, articleSchema.nodes.hardBreak!.create())
    if (kind === 'delete') tr.delete(from, to)
    if (kind === 'split' && place.parent.inlineContent && canSplit(tr.doc, from)) tr.split(from)
    if (kind === 'join' && canJoin(tr.doc, from) && place.nodeBefore?.type === place.nodeAfter?.type) tr.join(from)
    if (kind === 'heading') tr.setBlockType(from, to, articleSchema.nodes.heading!, { level: 2 })
    if (kind === 'bold') tr.addMark(from, to, articleSchema.marks.bold!.create())
    if (kind === 'wrap' && range) {
      const wrapping = findWrapping(range, articleSchema.nodes.blockquote!)
      if (wrapping) tr.wrap(range, wrapping)
    }
    if (kind === 'lift' && range) {
      const target = liftTarget(range)
      if (target !== null) tr.lift(range, target)
    }
    if (kind === 'cut') {
      const slice = tr.doc.slice(from, to)
      for (const one of tr.doc.textBetween(from, to)) pasted.add(one)
      tr.delete(from, to)
      const at = outsidePair(tr.doc, other % (tr.doc.content.size + 1))
      tr.replace(at, at, slice)
    }
    const last = tr.steps.at(-1)
    if (kind === 'undo' && last) {
      const before = tr.docs.at(-1)!
      for (const one of before.textBetween(0, before.content.size)) if (!tr.doc.textContent.includes(one)) pasted.add(one)
      tr.step(last.invert(before))
    }
  }
  return pasted
}

/** No editor puts its cursor between the halves of a character. */
const outsidePair = (doc: Node, at: number) => (at > 0 && /[\uD800-\uDBFF]/.test(doc.textBetween(at - 1, at)) ? at - 1 : at)

const jsonOf = (node: Node): ArticleDocument => articleDocument.parse(node.toJSON())
const textOf = (document: ArticleDocument) => canonicalText(storedDocument(document))
const alikeDocument = (document: ArticleDocument): ArticleDocument =>
  articleDocument.parse(JSON.parse(JSON.stringify(document), (key, value: unknown) => (key === 'text' && typeof value === 'string' ? alike(value) : value)))
const stepsOf = (tr: Transform) => tr.mapping.maps.reduce<Replaced[]>((all, map) => composed(all, stepRanges(map)), [])

describe('an edit recorded by our editor', () => {
  test('leaves every passage that it did not touch exactly where it is, however alike the words', () => {
    let untouched = 0
    fc.assert(
      fc.property(documents, deeds, (document, all) => {
        const start = articleSchema.nodeFromJSON(document)
        const tr = new Transform(start)
        const pasted = edit(tr, all)
        fc.pre(tr.doc.content.size > 0)
        const [before, after] = [jsonOf(start), jsonOf(tr.doc)]
        const [old, next] = [[...textOf(before)], textOf(after)]
        fc.pre(next.length > 0 && old.length > 0)
        const record = recordedEdit(alikeDocument(before), alikeDocument(after), stepsOf(tr))
        const anchors = old.flatMap((_, at) => [1, 3].map((length) => ({ id: `${at} ${length}`, start: at, end: at + length })))
          .filter(({ start: from, end }) => end <= old.length && !old.slice(from, end).includes('\n'))
        const carried = carryAnchors(alike(old.join('')), alike(next), anchors, record)
        anchors.forEach(({ start: from, end }, i) => {
          const words = old.slice(from, end)
          const at = next.indexOf(words.join(''))
          if (at < 0 || words.some((one) => pasted.has(one))) return
          untouched += 1
          const place = [...next.slice(0, at)].length
          expect(carried[i]).toMatchObject({ state: 'exact', start: place, end: place + words.length })
        })
      }),
      { numRuns: 1000 },
    )
    expect(untouched).toBeGreaterThan(3_000)
  })

  test('fits the two texts, whatever storing leaves out', () => {
    fc.assert(
      fc.property(documents, deeds, (document, all) => {
        // Blank for every other character, so that there is much to leave out.
        const blanked = (text: string) => text.replace(/[^\n]/gu, (one) => (one.length > 1 ? one : one.codePointAt(0)! % 2 ? ' ' : 'a'))
        const start = articleSchema.nodeFromJSON(JSON.parse(JSON.stringify(document), (key, value: unknown) => (key === 'text' && typeof value === 'string' ? blanked(value) : value)))
        const tr = new Transform(start)
        edit(tr, all)
        fc.pre(tr.doc.content.size > 0)
        const [before, after] = [jsonOf(start), jsonOf(tr.doc)]
        const record = recordedEdit(before, after, stepsOf(tr))
        const units = (text: string) => [...text].map((one) => (one.length > 1 ? '𠮷'[0] : one)).join('')
        expect(keptStretches(units(textOf(before)), units(textOf(after)), record)).not.toBeNull()
      }),
      { numRuns: 500 },
    )
  })
})
