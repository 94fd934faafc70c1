import 'server-only'
import { limits, type AnnotationContent } from '@/lib/domain/annotation'
import type { Codebook, LabelRef } from '@/lib/domain/codebook/codebook'
import { findLabel } from '@/lib/domain/codebook/registry'
import { withoutImpostors, type OtherPeople } from '@/lib/domain/formats/agents'
import type { Foreign, IncomingAnnotation, IncomingLabel, Json, JsonObject, LabelMapping } from '@/lib/domain/formats/exchange'
import { listOf, under } from '@/lib/domain/formats/read-json'
import { labelName, labelNamed } from '@/lib/domain/formats/w3c-addresses'
import { checkForeign } from '@/lib/domain/formats/w3c-conformance'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { ReadNote } from './import/note-source'
import { siteAddress } from './site-address'

/** What an annotation from elsewhere says, as ours say it, and what of it only can be kept. */
export type IncomingContent = AnnotationContent & { foreign: Foreign | null }

/** `mapping` as somebody chose it, `authorId` who brings it, `others` whose name it may not bear. */
type Settings = { codebook: Codebook; mapping?: LabelMapping; authorId: string; others?: OtherPeople }

const nobody: OtherPeople = { ids: new Set(), names: new Set() }

/**
 * Matches the labels of an annotation from elsewhere, whose note was read. A label that the codebook does not
 * have and `mapping` does not name is kept as a tag. Its id elsewhere becomes a `via`; nobody of
 * this site is told as its maker but who brings it (`authorId`), who is told anyway.
 */
export function contentOfIncoming(
  incoming: IncomingAnnotation,
  note: ReadNote,
  { codebook, mapping = {}, authorId, others = nobody }: Settings,
): Result<IncomingContent> {
  const { at, evidence, confidence, sourceName } = incoming
  const matched = matchLabels(incoming.labels, codebook, mapping)
  if (matched.unknown) return refuse('labelUnknown', under(at, 'label'), { label: matched.unknown })
  if (matched.labels.length > limits.labels) return refuse('tooMany', under(at, 'label'), { limit: limits.labels })
  if (!note.ok) return note
  const foreign = keptOf(incoming, matched, { authorId, others })
  const problem = foreign && checkForeign(foreign, at, siteAddress())
  if (problem) return { ok: false, problems: [problem] }
  return accept({ labels: matched.labels, note: note.value, evidence, confidence, sourceName, foreign })
}

/** The label of ours that a file's label means, null where it is none of ours. */
export function labelMeant(name: string, codebook: Codebook, mapping: LabelMapping): LabelRef | null {
  return Object.hasOwn(mapping, name) ? (mapping[name] ?? null) : labelNamed(codebook, name)
}

type Matched = {
  labels: LabelRef[]
  /** What the bodies of mapped labels said further, by the label's name. */
  more: { [name: string]: JsonObject }
  /** Bodies that became labels. */
  taken: ReadonlySet<Json>
  tags: JsonObject[]
  unknown: string | null
}

function matchLabels(labels: readonly IncomingLabel[], codebook: Codebook, mapping: LabelMapping): Matched {
  const taken = new Set<Json>()
  const matched: Matched = { labels: [], more: {}, taken, tags: [], unknown: null }
  for (const { name, body } of labels) {
    const ref = labelMeant(name, codebook, mapping)
    if (!ref && !body) matched.tags.push({ type: 'TextualBody', purpose: 'tagging', value: name })
    if (!ref) continue
    if (body) taken.add(body)
    if (!findLabel(codebook, ref)) matched.unknown ??= labelName(ref)
    else {
      const { type: _, purpose: __, value: ___, ...more } = body ?? {}
      if (Object.keys(more).length > 0) matched.more[labelName(ref)] = more
      if (!matched.labels.some((each) => labelName(each) === labelName(ref))) matched.labels.push(ref)
    }
  }
  return matched
}

function keptOf({ origin, foreign }: IncomingAnnotation, { taken, tags, more }: Matched, { authorId, others }: { authorId: string; others: OtherPeople }): Foreign | null {
  const { via, ...properties } = foreign?.properties ?? {}
  const before = listOf(via)
  const known = origin === null || before.includes(origin) ? before : [origin, ...before]
  const kept: Foreign = {
    ...foreign,
    properties: { ...properties, ...(known.length > 0 && { via: known.length === 1 ? known[0]! : known }) },
    bodies: [...(foreign?.bodies ?? []).filter((body) => !taken.has(body)), ...tags],
    labels: { ...foreign?.labels, ...more },
  }
  const some = Object.entries(withoutImpostors(kept, authorId, others)).filter(([, part]) => Object.keys(part).length > 0)
  return some.length > 0 ? Object.fromEntries(some) : null
}
