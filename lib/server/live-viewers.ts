import 'server-only'
import { signedOutViewer, type Role, type SignedIn, type Viewer } from '@/lib/domain/viewer'
import type { Credential } from './api-door'
import { db } from './db'

/**
 * Who the holders of these sessions and tokens are at this moment, in one query for each kind; no credential is a
 * signed-out viewer, one that ended is missing from the answer.
 */
export async function readViewers(credentials: ReadonlySet<Credential | null>): Promise<Map<Credential | null, Viewer>> {
  const now = new Date()
  const [sessions, tokens] = [idsOf('session', credentials), idsOf('token', credentials)]
  const [bySession, byToken] = await Promise.all([
    sessions.length === 0 ? [] : db.session.findMany({ where: { id: { in: sessions }, expiresAt: { gt: now } }, select: { id: true, user: person } }),
    tokens.length === 0
      ? []
      : db.accessToken.findMany({
          where: { id: { in: tokens }, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
          select: { id: true, scopes: true, user: person },
        }),
  ])
  return new Map<Credential | null, Viewer>([
    [null, signedOutViewer],
    ...bySession.map(({ id, user }) => [`session ${id}`, userOf(user)] as const),
    ...byToken.map(({ id, scopes, user }) => [`token ${id}`, { ...userOf(user), scopes }] as const),
  ])
}

const person = { select: { id: true, name: true, role: true, managedById: true } } as const

const userOf = ({ managedById, ...user }: { id: string; name: string; role: Role; managedById: string | null }): SignedIn => ({
  kind: 'user',
  ...user,
  ...(managedById && { managed: true }),
})

const idsOf = (kind: 'session' | 'token', credentials: ReadonlySet<Credential | null>): string[] =>
  [...credentials].flatMap((credential) => (credential?.startsWith(`${kind} `) ? [credential.slice(kind.length + 1)] : []))
