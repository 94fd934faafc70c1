import 'server-only'
import { db } from '../db'
import { removeOldLaunches } from '../lti/launches'

/** Removes what is left of launches from learning platforms that nobody finished, and deployments that nobody allowed in a month. */
export async function removeLtiLaunches(): Promise<void> {
  await removeOldLaunches()
  await db.ltiDeployment.deleteMany({ where: { allowedAt: null, createdAt: { lt: new Date(Date.now() - month) }, contexts: { none: {} } } })
}

const month = 30 * 24 * 60 * 60_000
