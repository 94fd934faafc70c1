import { useEffect, useRef, type Dispatch } from 'react'
import { changeAnnotation, deleteAnnotation, flagPassage, restoreAnnotation } from '@/lib/actions/annotations'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import type { Problem, Result } from '@/lib/domain/problem'
import { browserStore } from './browser-store'
import type { ReadingEvent, ReadingState } from './reading-state'
import { contentOf, nextStep, sameContent, type KeptWrite, type Known, type Step, type Write } from './writes'

export const writesOf = (layerId: string, readerId: string) =>
  browserStore(() => localStorage, `gloss:write:${layerId}:${readerId}:`)

const retryAfter = 15_000

/**
 * Sends what a reader changed, one request at a time for each annotation, and keeps in the browser what the server has
 * not confirmed yet. What could not be sent goes again when the connection is back, and every few seconds until then.
 */
export function useOutbox(state: ReadingState, dispatch: Dispatch<ReadingEvent>, layerId: string, readerId: string | null): void {
  const { writes } = state
  const kept = useRef<ReadonlyMap<string, Write>>(new Map())

  useEffect(() => {
    if (!readerId) return
    const store = writesOf(layerId, readerId)
    for (const id of kept.current.keys()) if (!writes.has(id)) store.remove(id)
    for (const [id, write] of writes) {
      if (kept.current.get(id) === write) continue
      const { want, place, known, tried } = write
      store.write(id, { want, place, known, tried } satisfies KeptWrite)
    }
    kept.current = writes
  }, [writes, layerId, readerId])

  useEffect(() => {
    for (const [id, write] of writes) {
      const step = nextStep(write)
      if (write.state !== 'pending' || !step) continue
      dispatch({ type: 'sending', id })
      void send(id, step, write, layerId).then(dispatch)
    }
  }, [writes, dispatch, layerId])

  const waiting = [...writes.values()].some((write) => write.state === 'unsent')
  useEffect(() => {
    if (!waiting) return
    const retry = () => dispatch({ type: 'retried', id: null })
    const timer = setInterval(retry, retryAfter)
    window.addEventListener('online', retry)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', retry)
    }
  }, [waiting, dispatch])
}

/** Makes one request and says what came of it. */
async function send(id: string, step: Step, write: Write, layerId: string): Promise<ReadingEvent> {
  try {
    return await make(id, step, write, layerId)
  } catch {
    // An action rejects when the server could not be reached or broke down. Either way the words are kept and go again.
    return { type: 'failed', id }
  }
}

async function make(id: string, step: Step, write: Write, layerId: string): Promise<ReadingEvent> {
  const { content } = write.want
  if (step === 'delete') {
    const outcome = await deleteAnnotation({ id })
    if (outcome.ok) return confirmed(id, { version: outcome.value.version, content: write.known?.content ?? content, gone: true })
    const never = !write.known && isNotFound(outcome)
    return never ? confirmed(id, { version: 0, content, gone: true }) : refused(id, outcome)
  }
  const outcome = await request(id, step, write, layerId)
  if (outcome.ok) return confirmed(id, knownOf(outcome.value))
  if (step === 'update' && outcome.problems[0]?.code === 'conflict') return afterConflict(id, write, outcome)
  return refused(id, outcome)
}

function request(id: string, step: Exclude<Step, 'delete'>, write: Write, layerId: string): Promise<Result<ReaderAnnotation>> {
  const { content } = write.want
  const { start, end, quote, revision } = write.place
  if (step === 'create') return flagPassage({ id, layerId, revision, target: { start, end }, quote, ...content })
  if (step === 'restore') return restoreAnnotation({ id })
  return changeAnnotation({ id, version: write.known?.version ?? 1, content })
}

/**
 * A newer version is there: perhaps our own, whose answer was lost. Restoring one that is not deleted changes nothing and
 * answers with what there is.
 */
async function afterConflict(id: string, write: Write, conflict: Failure): Promise<ReadingEvent> {
  const current = await restoreAnnotation({ id })
  if (!current.ok) return refused(id, current)
  const known = knownOf(current.value)
  if (sameContent(known.content, write.want.content)) return confirmed(id, known)
  return { ...refused(id, conflict), known }
}

type Failure = { problems: Problem[] }
const isNotFound = ({ problems }: Failure) => problems[0]?.code === 'notFound'
const knownOf = (annotation: ReaderAnnotation): Known => ({
  version: annotation.version,
  content: contentOf(annotation),
  gone: false,
})
const confirmed = (id: string, known: Known) => ({ type: 'confirmed' as const, id, known })
const refused = (id: string, { problems }: Failure) => ({
  type: 'refused' as const,
  id,
  problem: problems[0] ?? { code: 'unavailable' as const, path: '' },
  known: null,
})
