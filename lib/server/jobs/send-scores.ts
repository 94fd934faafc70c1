import 'server-only'
import { sendDueScores } from '../lti/score-sweep'
import type { Attempt } from './registry'

/** Tells platforms what they have not been told: of one assignment at once, of all that is due every minute. */
export async function sendScores({ assignmentId }: { assignmentId?: string }, { signal }: Pick<Attempt, 'signal'>): Promise<void> {
  await sendDueScores(assignmentId ?? null, { signal })
}
