import { browserStore, namesIn, removeNames } from './browser-store'

/** What can be kept for somebody in a browser. */
type KeptKind = 'form' | 'new-article' | 'edit' | 'import' | 'preference' | 'selection'

/** Whose a thing is that was kept by somebody who was not signed in. */
const nobody = 'nobody'

let known: string | null = null

/**
 * The account that this page was made for, which owns what is typed in it: `data-reader` of the root element. Somebody
 * whose session ends while the page is open stays its owner.
 */
export function pageOwner(): string {
  if (typeof document === 'undefined') return nobody
  known = document.documentElement.dataset.reader ?? known
  return known ?? nobody
}

/** What this browser keeps of one kind for one person. */
export const keptBy = (owner: string, kind: KeptKind) => browserStore(() => localStorage, `gloss:${kind}:${owner}:`)

/** What this browser keeps for one person of a layer: flags that the server has not confirmed, notes that are not saved. */
export const writesOf = (layerId: string, owner: string) => browserStore(() => localStorage, `gloss:write:${layerId}:${owner}:`)
export const draftsOf = (layerId: string, owner: string) => browserStore(() => localStorage, `gloss:draft:${layerId}:${owner}:`)

/** What this window keeps until somebody is back from signing in, and so is nobody's yet. */
export const keptOnTheWay = (kind: 'selection') => browserStore(() => sessionStorage, `gloss:${kind}:${nobody}:`)

/** The names of everything that is kept for somebody here. */
export const namesKept = (owner: string): string[] => namesIn(() => localStorage, 'gloss:').filter((name) => isOf(owner, name))

/** Whether words are kept here for anybody else. */
export const keepsForOthers = (owner: string): boolean =>
  namesIn(() => localStorage, 'gloss:').some((name) => !isOf(owner, name) && !name.startsWith('gloss:preference:'))

/** Removes everything that is kept for somebody here, and what this window kept of a way to sign in. */
export function forgetOwner(owner: string): void {
  removeNames(() => localStorage, namesKept(owner))
  removeNames(() => sessionStorage, namesIn(() => sessionStorage, 'gloss:'))
}

function isOf(owner: string, name: string): boolean {
  const [, kind, first, second] = name.split(':')
  return (kind === 'write' || kind === 'draft' ? second : first) === owner
}
