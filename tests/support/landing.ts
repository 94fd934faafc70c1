import { randomUUID } from 'node:crypto'
import { parseLaunch, type Launch } from '@/lib/domain/lti/launch'
import type { SignedIn } from '@/lib/domain/viewer'
import { db } from '@/lib/server/db'
import { keepLaunch } from '@/lib/server/lti/launches'
import { reader } from './flagged-article'
import { must } from './lesson'
import { claimsOf, type Visit } from './platform-token'

/** A platform that the site knows, with its deployment allowed, which nobody has to serve: its launches are kept as verified. */
export async function knownPlatform(name = 'Our school') {
  const issuer = `https://${randomUUID()}.example`
  const about = { issuer, clientId: `client-${randomUUID()}`, deploymentId: 'deployment-1', site: 'http://localhost:3000', nonce: 'n' }
  const { id } = await db.ltiPlatform.create({
    data: {
      name, issuer, clientId: about.clientId, authorizationUrl: `${issuer}/authorize`, tokenUrl: `${issuer}/token`, keysUrl: `${issuer}/keys`,
      deployments: { create: { deploymentId: about.deploymentId, allowedAt: new Date() } },
    },
    select: { id: true },
  })
  const launchOf = (visit: Visit): Launch => must(parseLaunch(claimsOf(visit, about)))
  return {
    id, ...about, launchOf,
    /** Somebody of the platform who has an account here; of a student a class keeps it. */
    person: async (subject: string, managedById: string | null = null): Promise<SignedIn> => {
      const viewer = await reader(subject)
      if (managedById) await db.user.update({ where: { id: viewer.id }, data: { managedById } })
      await db.ltiAccount.create({ data: { platformId: id, subject, userId: viewer.id } })
      return managedById ? { ...viewer, managed: true } : viewer
    },
    /** A launch of somebody's that waits. @returns its ticket */
    ticketOf: async (visit: Visit, by: SignedIn): Promise<string> => (await keepLaunch({ platformId: id, launch: launchOf(visit), userId: by.id })).ticket,
  }
}

export type KnownPlatform = Awaited<ReturnType<typeof knownPlatform>>
