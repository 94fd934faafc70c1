'use server'

import { assignmentNamed } from '@/lib/domain/classroom/assignment-forms'
import { readSight } from '@/lib/server/assignment-sight'
import { currentViewer } from '@/lib/server/session'
import { turnedAway } from './turned-away'

/** What the viewer, a student, sees of the others' work by now, as a word that changes with it; input is `{ assignmentId }`. */
export async function lookAtOthers(input: unknown): Promise<string | null> {
  if (await turnedAway(input)) return null
  const sent = assignmentNamed.safeParse(input)
  return sent.success ? readSight(await currentViewer(), sent.data.assignmentId) : null
}
