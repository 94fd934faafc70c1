import { namesKept } from './owner'

/** How much of somebody's work is in this browser only. */
export type Unsaved = { flags: number; notes: number; texts: number }

/** What signing out would delete; null where there is nothing. */
export function unsavedOf(owner: string): Unsaved | null {
  const kinds = namesKept(owner).map((name) => name.split(':')[1])
  const count = (...which: string[]) => kinds.filter((kind) => kind !== undefined && which.includes(kind)).length
  const unsaved = { flags: count('write'), notes: count('draft'), texts: count('form', 'new-article', 'edit', 'import') }
  return unsaved.flags + unsaved.notes + unsaved.texts > 0 ? unsaved : null
}
