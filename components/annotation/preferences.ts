import { useSyncExternalStore } from 'react'
import { browserStore } from './browser-store'

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

const store = browserStore(() => localStorage, 'gloss:reader:')
const listeners = new Set<() => void>()
let current: Preferences | null = null

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, readPreferences, () => defaults)
}

export function readPreferences(): Preferences {
  return (current ??= { snap: store.read('snap') !== false, keys: store.read('keys') !== false, read: store.read('read') === true })
}

export function setPreference(name: keyof Preferences, value: boolean): void {
  current = { ...readPreferences(), [name]: value }
  store.write(name, value)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
