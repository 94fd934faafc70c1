import { useSyncExternalStore } from 'react'
import type { AnnotationContent } from '@/lib/domain/annotation'
import type { CodePointIndex } from '@/lib/domain/text/code-points'
import type { Span } from '@/lib/domain/text/span'
import { draftsOf, pageOwner } from '@/components/kept/owner'
import type { Said } from './reading-form'

/** What somebody is writing about a passage and has not saved: the form's fields as they stand. */
export type DraftFields = {
  /** A Tiptap document. */
  note: AnnotationContent['note']
  evidence: { url: string; title: string }[]
  confidence: AnnotationContent['confidence']
  sourceName: string
}

/** The fields as a form opens with them on what an annotation says, or on one that is not there yet. */
export const fieldsOf = (content: AnnotationContent | null): DraftFields => ({
  note: content?.note ?? null,
  evidence: content?.evidence ?? [],
  confidence: content?.confidence ?? null,
  sourceName: content?.sourceName ?? '',
})

/** What fields say; rows somebody opened and left empty say nothing. */
export const saidOf = ({ note, evidence, confidence, sourceName }: DraftFields): Said => ({
  note,
  evidence: evidence.filter(({ url, title }) => url.trim() !== '' || title.trim() !== ''),
  confidence,
  sourceName: sourceName.trim() === '' ? null : sourceName.trim(),
})

/** `base`: what its annotation said when it was begun; null where there was none yet. */
export type Draft = { span: Span; quote: string; fields: DraftFields; base: DraftFields | null }

type Text = { text: string; index: CodePointIndex }

/**
 * Where a draft's passage stands in the text on the page, which may be another version than the one it was begun on: at
 * its place, or where its words stand alone; null rather than on other words.
 */
export function placeOfDraft({ text, index }: Text, { span, quote }: Draft): Span | null {
  if (span.end <= index.length && index.slice(span) === quote) return span
  const at = text.indexOf(quote)
  if (quote === '' || at < 0 || text.indexOf(quote, at + 1) >= 0) return null
  return { start: index.toCodePoint(at), end: index.toCodePoint(at + quote.length) }
}

const shelves = new Map<string, ReturnType<typeof openShelf>>()
const none: ReadonlyMap<string, Draft> = new Map()

/** The unsaved drafts of a layer by the annotation they are for, kept in this browser over reloads and lost connections. */
export function useDrafts(layerId: string): ReadonlyMap<string, Draft> {
  const shelf = shelfOf(layerId)
  return useSyncExternalStore(shelf.subscribe, shelf.all, () => none)
}

/** Whether an annotation has a draft. */
export function useHasDraft(layerId: string, id: string): boolean {
  const shelf = shelfOf(layerId)
  return useSyncExternalStore(shelf.subscribe, () => shelf.all().has(id), () => false)
}

export const keepDraft = (layerId: string, id: string, draft: Draft | null) => shelfOf(layerId).keep(id, draft)

function shelfOf(layerId: string) {
  const owner = pageOwner()
  const name = `${owner} ${layerId}`
  const known = shelves.get(name)
  if (known) return known
  const fresh = openShelf(owner, layerId)
  shelves.set(name, fresh)
  return fresh
}

function openShelf(owner: string, layerId: string) {
  const store = draftsOf(layerId, owner)
  const listeners = new Set<() => void>()
  let drafts: ReadonlyMap<string, Draft> | null = null
  const all = () => {
    drafts ??= new Map(store.names().flatMap((id) => {
      const draft = store.read(id)
      return isDraft(draft) ? [[id, { ...draft, base: isFields(draft.base) ? draft.base : null }] as const] : []
    }))
    return drafts
  }
  return {
    all,
    keep(id: string, draft: Draft | null) {
      const next = new Map(all())
      if (draft) {
        next.set(id, draft)
        store.write(id, draft)
      } else {
        next.delete(id)
        store.remove(id)
      }
      drafts = next
      for (const listener of listeners) listener()
    },
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Enough to open the form with; what it saves is parsed by the kernel's own schema. */
export function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null || !('span' in value) || !('fields' in value) || !('quote' in value)) return false
  const { span, fields } = value as { span: Partial<Span> | null; fields: unknown }
  return Number.isInteger(span?.start) && Number.isInteger(span?.end) && isFields(fields)
}

function isFields(value: unknown): value is DraftFields {
  if (typeof value !== 'object' || value === null) return false
  const { evidence, sourceName } = value as Partial<DraftFields>
  return Array.isArray(evidence) && typeof sourceName === 'string'
}
