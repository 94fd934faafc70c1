import { useSyncExternalStore } from 'react'
import { keptBy, pageOwner } from '@/components/kept/owner'

/** How somebody likes to work here, remembered in this browser. */
const defaults = {
  /** Whether a selection is widened to whole words. */
  snap: true,
  /** Whether single keys flag and move; off for those who speak to their computer. */
  keys: true,
  /** Whether flags are elements of the text, which a screen reader reads out. */
  read: false,
}
export type Preferences = typeof defaults

const listeners = new Set<() => void>()
let current: { owner: string; preferences: Preferences } | null = null
const storeOf = (owner: string) => keptBy(owner, 'preference')

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, readPreferences, () => defaults)
}

export function readPreferences(): Preferences {
  const owner = pageOwner()
  if (current?.owner === owner) return current.preferences
  const store = storeOf(owner)
  current = { owner, preferences: { snap: store.read('snap') !== false, keys: store.read('keys') !== false, read: store.read('read') === true } }
  return current.preferences
}

export function setPreference(name: keyof Preferences, value: boolean): void {
  const owner = pageOwner()
  current = { owner, preferences: { ...readPreferences(), [name]: value } }
  storeOf(owner).write(name, value)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
