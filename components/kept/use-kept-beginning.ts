import { useState, useSyncExternalStore } from 'react'
import type { Beginning } from './beginning'

const never = () => () => {}

/**
 * For a form that holds its fields itself: what it begins with, if something was kept. It takes `key`, since the page from
 * the server knows nothing of what a browser keeps, and begins anew with `startOver`.
 */
export function useKeptBeginning<T>(open: () => Beginning<T>) {
  const [kept] = useState(open)
  const [round, setRound] = useState(0)
  const begun = useSyncExternalStore(never, kept.snapshot, () => null)
  const restored = round === 0 ? begun : null
  const startOver = () => {
    kept.forget()
    setRound(round + 1)
  }
  return { key: `${round}-${restored !== null}`, restored, kept, startOver }
}
