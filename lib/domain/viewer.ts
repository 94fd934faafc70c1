export const roles = ['member', 'moderator', 'admin'] as const
export type Role = (typeof roles)[number]

/** What a personal access token may be used for, each including the ones before it; `moderate` lends its owner's role. */
export const scopes = ['read', 'write', 'moderate'] as const
export type Scope = (typeof scopes)[number]

/**
 * Who asks. Every function of `lib/server` that touches somebody's data takes one first: there is a signed-out viewer and
 * a system viewer (command line, jobs, seed), so that there is no unchecked twin of anything.
 */
export type Viewer =
  | { kind: 'signed-out' }
  | { kind: 'system' }
  | {
      kind: 'user'
      id: string
      name: string
      role: Role
      /** Those of the token they came by; absent with a session, which is good for everything. */
      scopes?: readonly Scope[]
      /** True of an account that a teacher made from a list of names: it is good for its classes only. */
      managed?: boolean
    }

export type SignedIn = Extract<Viewer, { kind: 'user' }>

export const signedOutViewer: Viewer = { kind: 'signed-out' }
export const systemViewer: Viewer = { kind: 'system' }
