import { draftsOf, namesKept, writesOf } from '@/components/kept/owner'
import { changeAnnotation, restoreAnnotation } from '@/lib/actions/annotations'
import { annotationContent } from '@/lib/domain/annotation'
import { fieldsOf, isDraft, saidOf } from './drafts'
import { parseKeptWrite } from './kept-shape'
import { send } from './use-outbox'
import { nextStep, resume, sameContent, type Write } from './writes'

/** Sends all flags and notes that this browser keeps for somebody, of whatever article. What cannot be sent stays kept. */
export async function sendKept(owner: string): Promise<void> {
  const kept = namesKept(owner).map((name) => name.split(':'))
  for (const [, kind, layerId, , id] of kept) if (kind === 'write' && layerId && id) await sendWrite(owner, layerId, id)
  for (const [, kind, layerId, , id] of kept) if (kind === 'draft' && layerId && id) await sendNote(owner, layerId, id)
}

async function sendWrite(owner: string, layerId: string, id: string): Promise<void> {
  const store = writesOf(layerId, owner)
  const kept = parseKeptWrite(store.read(id))
  let write: Write | null = kept && resume(kept, undefined)
  for (let step = write && nextStep(write); write && step; step = nextStep(write)) {
    const answer = await send(id, step, write, layerId)
    if (answer.type !== 'confirmed') return
    write = { ...write, known: answer.known }
  }
  store.remove(id)
}

/** A note becomes its flag's, unless that says something else than when it was begun: which is right, its writer must see. */
async function sendNote(owner: string, layerId: string, id: string): Promise<void> {
  const store = draftsOf(layerId, owner)
  const draft = store.read(id)
  if (!isDraft(draft)) return store.remove(id)
  try {
    // Restoring what is not deleted changes nothing, and answers with what there is.
    const flag = await restoreAnnotation({ id, reader: owner })
    if (!flag.ok) return
    const { labels, version } = flag.value
    if (!sameContent({ ...saidOf(draft.base ?? fieldsOf(null)), labels }, flag.value)) return
    const content = annotationContent.safeParse({ ...saidOf(draft.fields), labels })
    if (!content.success) return
    const saved = await changeAnnotation({ id, reader: owner, version, content: content.data })
    if (saved.ok) store.remove(id)
  } catch {
    // An action rejects when the server could not be reached: the note stays kept.
  }
}
