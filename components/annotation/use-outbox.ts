import { useEffect, useRef, type Dispatch } from 'react'
import { pageOwner, writesOf } from '@/components/kept/owner'
import { changeAnnotation, deleteAnnotation, flagPassage, restoreAnnotation } from '@/lib/actions/annotations'
import type { AnnotationChange, ReaderAnnotation } from '@/lib/domain/annotation'
import { noteFlagged } from './flagged-since'
import type { ReadingEvent, ReadingState } from './reading-state'
import { knownOf, met, nextStep, sameContent, type KeptWrite, type Known, type Step, type Write } from './writes'

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
      const { want, place, known, tried, sent } = write
      store.write(id, { want, place, known, tried, sent } satisfies KeptWrite)
    }
    kept.current = writes
  }, [writes, layerId, readerId])

  useEffect(() => {
    for (const [id, write] of writes) {
      const step = nextStep(write)
      if (write.state !== 'pending' || !step) continue
      dispatch({ type: 'sending', id })
      void send(id, step, write, layerId).then((outcome) => {
        if (outcome.type === 'confirmed') noteFlagged()
        dispatch(outcome)
      })
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
export async function send(id: string, step: Step, write: Write, layerId: string): Promise<ReadingEvent> {
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
    const outcome = await deleteAnnotation({ id, reader: pageOwner(), version: write.known?.version })
    if (outcome.ok) return confirmed(id, { version: outcome.value.version, content: write.known?.content ?? content, gone: true })
    const never = !write.known && outcome.problems[0]?.code === 'notFound'
    return never ? confirmed(id, { version: 0, content, gone: true }) : refused(id, outcome, write)
  }
  const outcome = await request(id, step, write, layerId)
  if (!outcome.ok) return refused(id, outcome, write)
  const there = knownOf(outcome.value)
  const asBefore = step === 'restore' && write.known !== null && sameContent(there.content, write.known.content)
  // Made or brought back before, and changed by another window since.
  return step === 'update' || asBefore ? confirmed(id, there) : compared(id, there, write)
}

function request(id: string, step: Exclude<Step, 'delete'>, write: Write, layerId: string): Promise<AnnotationChange<ReaderAnnotation>> {
  const { content } = write.want
  const { start, end, quote, revision } = write.place
  if (step === 'create') return flagPassage({ id, reader: pageOwner(), layerId, revision, target: { start, end }, quote, ...content })
  if (step === 'restore') return restoreAnnotation({ id, reader: pageOwner() })
  return changeAnnotation({ id, reader: pageOwner(), version: write.known?.version ?? 1, content })
}

/** A refusal. Of a conflict it carries what is there: perhaps our own, whose answer was lost. */
function refused(id: string, { problems, current }: Extract<AnnotationChange<unknown>, { ok: false }>, write: Write): ReadingEvent {
  if (current) {
    const { version, annotation } = current
    return compared(id, annotation ? knownOf(annotation) : { version, content: write.known?.content ?? write.want.content, gone: true }, write)
  }
  return { type: 'refused', id, problem: problems[0] ?? { code: 'unavailable', path: '' }, theirs: null }
}

function compared(id: string, there: Known, write: Write): ReadingEvent {
  const { theirs, problem } = met(write, there)
  return theirs && problem ? { type: 'refused', id, problem, theirs } : confirmed(id, there)
}

const confirmed = (id: string, known: Known) => ({ type: 'confirmed' as const, id, known })
