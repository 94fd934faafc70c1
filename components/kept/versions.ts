import { keptBy, pageOwner } from './owner'

/** This page, for as long as it is loaded: two windows on the same form keep two versions of it. */
const thisPage = crypto.randomUUID()

/**
 * What somebody is writing under a `name`, a version for each window that it is written in, so that none overwrites
 * another. A window goes on with the newest that there is, and leaves its place to its own at the first change.
 */
export function keptVersions(kind: 'form' | 'new-article' | 'edit' | 'import', name: string) {
  const store = keptBy(pageOwner(), kind)
  const own = `${name}~${thisPage}`
  let begunFrom: { name: string; at: number } | null = null
  const leaveTheFirst = () => {
    // Another window that wrote meanwhile is still at it.
    const still = begunFrom && store.newest(begunFrom.name)[0]
    if (still && still.name !== own && still.at === begunFrom?.at) store.remove(still.name)
    begunFrom = null
  }
  return {
    /** All versions, the newest first. */
    all: (): unknown[] => store.newest(`${name}~`).map(({ value }) => value),
    /** Says that this window goes on with the version at this place of `all`. */
    goOnWith(index: number): void {
      begunFrom = store.newest(`${name}~`)[index] ?? null
    },
    keep(value: unknown): void {
      leaveTheFirst()
      store.write(own, value)
    },
    /** This window's version is saved, or not wanted any more. */
    forget(): void {
      leaveTheFirst()
      store.remove(own)
    },
  }
}
