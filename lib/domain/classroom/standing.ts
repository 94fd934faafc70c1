import { isStaff, type ClassRole } from './class-role'
import { areDraftsShown, isOpen, type GateRule, type OwnWork } from './gate'
import { shutBecause, type Schedule, type Work } from './work-state'

/**
 * What a rule must know of a layer that belongs to an assignment, for one viewer at one moment. `opened`: it is set; `open`:
 * the gate to the others' work is open; `shut`: nothing can be changed now; `circle`: whose work they see in any case,
 * themselves and their group.
 */
export type Standing = {
  kind: 'assignment' | 'key'
  role: ClassRole | null
  opened: boolean
  open: boolean
  /** Once the gate is open: what others have not handed in is seen too. */
  drafts: boolean
  /** Who has handed in; empty where `drafts` are seen, since nobody asks then. */
  handedIn: readonly string[]
  /** The key may be seen: revealed, or the gate is open and nothing can be handed in any more. */
  keyOpen: boolean
  shut: boolean
  circle: readonly string[]
  /** Sees real names of the students; else a made-up name stands for everybody but themselves. */
  named: boolean
  /** `<dimension>:<label>` of those that may be used; empty: all of the codebook. */
  labels: readonly string[]
}

/** The facts it is computed from, as the database knows them. Moments are milliseconds since 1970. */
export type StandingFacts = GateRule & Schedule & {
  kind: 'assignment' | 'key'
  role: ClassRole | null
  archived: boolean
  work: Work
  ownFlags: number
  circle: readonly string[]
  handedIn: readonly string[]
  pseudonyms: boolean
  labels: readonly string[]
}

/** A viewer's standing at `now`. Those who teach see everything at any time; others depend on gate and dates. */
export function standingOf(facts: StandingFacts, now: number): Standing {
  const own: OwnWork = { submitted: facts.work.submitted, flags: facts.ownFlags }
  return {
    kind: facts.kind,
    role: facts.role,
    opened: facts.opens === null || facts.opens <= now,
    open: isStaff(facts.role) || isOpen(facts, own, now),
    drafts: isStaff(facts.role) || areDraftsShown(facts, endOf(facts), now),
    handedIn: facts.handedIn,
    keyOpen: isStaff(facts.role) || isKeyOpen(facts, own, now),
    shut: facts.archived || shutBecause(facts, facts.work, now) !== null,
    circle: facts.circle,
    named: isStaff(facts.role) || !facts.pseudonyms,
    labels: facts.labels,
  }
}

/**
 * May a student see the key at `now`? Not while it could still be copied: handed-in work can be taken back until it is due.
 */
export function isKeyOpen(rule: GateRule & Schedule, own: OwnWork, now: number): boolean {
  if (rule.revealed !== null && rule.revealed <= now) return true
  const end = endOf(rule)
  return end !== null && now > end && isOpen(rule, own, now)
}

/** After it nothing can be handed in or taken back; null: there is no such moment. */
const endOf = ({ due, lateUntil }: Schedule) => lateUntil ?? due

/** Whose annotations of the layer they may see: everybody's (null), or those of these people. */
export function seenAuthors({ role, open, drafts, handedIn, keyOpen, opened, kind, circle }: Standing): readonly string[] | null {
  if (isStaff(role)) return null
  if (role === null || !opened) return []
  if (kind === 'key') return keyOpen ? null : []
  if (!open) return circle
  return drafts ? null : [...new Set([...circle, ...handedIn])]
}
