import type { Problem, Result } from '@/lib/domain/problem'
import { attempt } from '@/components/form/attempt'
import type { Edit } from './edit-record'

export type DraftStatus = { is: 'clean' | 'waiting' | 'keeping' | 'offline' } | { is: 'kept'; at: Date } | { is: 'refused'; problem: Problem }

type Kept = Edit & { baseRevision: number }
type Draft = Kept & { id: string; known: string | null }
export type Keeping = {
  articleId: string
  baseRevision: number
  /** The `updatedAt` of the draft the server has, as far as this window knows. */
  known: string | null
  /** What only this browser has yet; null for nothing. */
  unsent: Edit | null
  send: (draft: Draft) => Promise<Result<{ updatedAt: string }>>
  /** Where this browser keeps what the server has not answered for. */
  browser: { keep: (articleId: string, edit: Kept) => void; forget: (articleId: string) => void }
  tell: (status: DraftStatus) => void
}

const pause = 1_000
const retry = 10_000

/**
 * Keeps an edit as it is written: a second after the last change on the server, and again every ten seconds while that
 * cannot be reached; until the server has answered, in this browser too. One request at a time, so that drafts arrive in
 * the order they were written. The document is read only when it is sent.
 */
export function draftKeeper({ articleId, send, browser, tell, ...begun }: Keeping) {
  let { baseRevision, known } = begun
  let read: (() => Edit) | null = begun.unsent && (() => begun.unsent!)
  let edition = 0
  let settled = 0
  /** Sent, but the answer was lost: the server may have it. */
  let unanswered: { edit: Kept; edition: number } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending: Promise<void> = Promise.resolve()

  const later = (wait: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), wait)
  }
  const flush = () => (sending = sending.then(sendOne))
  const sendOne = async (): Promise<void> => {
    if (!read) return
    const newest = { ...read(), baseRevision }
    browser.keep(articleId, newest)
    // Sent again as it was, so that the server knows it for the same rather than for another window's.
    const turn = unanswered ?? { edit: newest, edition }
    const again = unanswered !== null
    tell({ is: 'keeping' })
    const answer = await attempt(() => send({ id: articleId, ...turn.edit, known }))
    if (answer === null) {
      unanswered = turn
      tell({ is: 'offline' })
      return later(retry)
    }
    unanswered = null
    if (!answer.ok) return answer.problems[0] && tell({ is: 'refused', problem: answer.problems[0] })
    known = answer.value.updatedAt
    // More was written meanwhile: its own turn is coming, or has passed while nothing could be sent.
    if (turn.edition !== edition) return again ? sendOne() : undefined
    read = null
    browser.forget(articleId)
    tell({ is: 'kept', at: new Date(answer.value.updatedAt) })
  }

  const begin = (revision: number) => {
    ;[baseRevision, known, read, unanswered] = [revision, null, null, null]
    browser.forget(articleId)
    tell({ is: 'clean' })
  }

  return {
    /** The revision that the edit is of. */
    base: () => baseRevision,
    changed(reader: () => Edit) {
      read = reader
      edition += 1
      tell({ is: 'waiting' })
      later(pause)
    },
    /** Sends what is unsent: when the page opens and when the connection is back. */
    flush,
    /** Stops keeping and waits for what is under way: before a save and before the draft is discarded. */
    async settle() {
      clearTimeout(timer)
      await sending
      settled = edition
    },
    /** The edit as it was settled has become a revision: what was written since is unsent, the rest is done with. */
    saved(revision: number) {
      if (edition === settled) return begin(revision)
      ;[baseRevision, known, unanswered] = [revision, null, null]
      later(pause)
    },
    /** Begins anew on a revision, with nothing written yet. */
    begin,
    /** Writes over whatever draft another window kept. */
    insist() {
      known = 'any'
      unanswered = null
      return flush()
    },
    /** Takes another revision as the one the edit is of. */
    baseOn(revision: number) {
      baseRevision = revision
    },
    /** Leaves what is unsent in this browser. */
    leave() {
      clearTimeout(timer)
      if (read) browser.keep(articleId, { ...read(), baseRevision })
    },
  }
}
