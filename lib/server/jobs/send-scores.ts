import 'server-only'
import { assignmentsComeDue } from '../lti/due-scores'
import { sendDueScores } from '../lti/score-sweep'
import type { Attempt } from './registry'

/** Tells platforms of one assignment, as soon as something happened in it; or, every minute, of whatever time has made due. */
export async function sendScores({ assignmentId }: { assignmentId?: string }, { signal }: Pick<Attempt, 'signal'>): Promise<void> {
  await sendDueScores(assignmentId ? [assignmentId] : await assignmentsComeDue(new Date()), { signal })
}
