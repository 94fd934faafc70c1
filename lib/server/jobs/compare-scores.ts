import 'server-only'
import { sendDueScores } from '../lti/score-sweep'
import type { Attempt } from './registry'

/** Compares all work with what platforms were told of it: for changes that nobody announced, such as other points for an exercise. */
export async function compareScores(_: Record<string, never>, { signal }: Pick<Attempt, 'signal'>): Promise<void> {
  await sendDueScores(null, { signal })
}
