export const roles = ['member', 'moderator', 'admin'] as const
export type Role = (typeof roles)[number]

/**
 * Who asks. Every function of `lib/server` that touches somebody's data takes one first: there is a signed-out viewer and
 * a system viewer (command line, jobs, seed), so that there is no unchecked twin of anything.
 */
export type Viewer =
  | { kind: 'signed-out' }
  | { kind: 'system' }
  | { kind: 'user'; id: string; name: string; role: Role }

export type SignedIn = Extract<Viewer, { kind: 'user' }>

export const signedOutViewer: Viewer = { kind: 'signed-out' }
export const systemViewer: Viewer = { kind: 'system' }
