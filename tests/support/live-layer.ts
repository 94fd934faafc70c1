import { randomUUID } from 'node:crypto'
import type { NewAnnotation } from '@/lib/domain/annotation'
import type { SignedIn } from '@/lib/domain/viewer'
import { createAnnotation } from '@/lib/server/annotations'
import { db } from '@/lib/server/db'
import type { Follower, LiveHub } from '@/lib/server/live-hub'
import { openSession } from '@/lib/server/sessions'
import { readLive, type LiveReader } from './live-reader'

/** What a reader says of the first words of an article's text. */
export const flagOf = (layerId: string, text: string): NewAnnotation => ({
  id: randomUUID(), layerId, revision: 1, target: { start: 0, end: 10 }, quote: [...text].slice(0, 10).join(''),
  labels: [{ dimension: 'framing', label: 'loaded-language' }], note: null, evidence: [], confidence: null, sourceName: null,
})

/** Flags a passage and answers with the annotation's id. */
export async function flag(by: SignedIn, article: { layerId: string; text: string }): Promise<string> {
  const made = await createAnnotation(by, flagOf(article.layerId, article.text))
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.value.id
}

/** Somebody with an open session, as a door knows them. */
export async function follower(viewer: SignedIn): Promise<Follower & { sessionId: string }> {
  const sessionId = await openSession(viewer.id, null)
  return { viewer, sessionId, credential: `session ${sessionId}`, address: null }
}

export const stranger: Follower = { viewer: { kind: 'signed-out' }, credential: null, address: null }

/** Follows a layer and waits until the stream is open. */
export async function follow(hub: LiveHub, layerId: string, who: Follower = stranger, after: string | null = null): Promise<LiveReader> {
  const joined = await hub.join(layerId, who, after, new AbortController().signal)
  if (!joined.ok) throw new Error(JSON.stringify(joined.problems))
  const reader = readLive(joined.value)
  await reader.open()
  return reader
}

/**
 * Inserts an annotation with its trace inside a transaction that stays open until `commit` is called: how writers look
 * that overlap.
 */
export async function slowFlag(by: SignedIn, article: { layerId: string; revisionId: string }) {
  const { audit } = await import('@/lib/server/audit')
  const id = randomUUID()
  let commit = () => {}
  let begun = () => {}
  const gate = new Promise<void>((resolve) => (commit = resolve))
  const written = new Promise<void>((resolve) => (begun = resolve))
  const done = db.$transaction(
    async (tx) => {
      await tx.annotation.create({
        data: {
          id, layerId: article.layerId, authorId: by.id, codebookSlug: 'reading', codebookVersion: 1,
          anchors: { create: { revisionId: article.revisionId, start: 0, end: 5, quote: 'words', prefix: '', suffix: '' } },
        },
        select: { id: true },
      })
      await audit(tx, by, 'annotation.created', id, { layerId: article.layerId })
      begun()
      await gate
    },
    { timeout: 15_000 },
  )
  await Promise.race([written, done])
  return { id, commit: async () => (commit(), done) }
}
