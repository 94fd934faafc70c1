import 'server-only'
import { removeOldLaunches } from '../lti/launches'

/** Removes what is left of launches from learning platforms that nobody finished. */
export async function removeLtiLaunches(): Promise<void> {
  await removeOldLaunches()
}
