import { flushSync } from 'react-dom'

/**
 * Does something that takes the focused control off the page, and gives the focus to the first of `next` that is still
 * there, so that the keyboard is never left on nothing.
 */
export function removeAndFocus(deed: () => void, next: readonly (HTMLElement | null | undefined)[]): void {
  const focused = document.activeElement
  flushSync(deed)
  if (focused?.isConnected && focused !== document.body) return
  next.find((element) => element?.isConnected)?.focus()
}

/** What to focus once an element of a list of alike ones is gone: those behind it, then those before it, the nearest first. */
export function neighboursOf(all: readonly HTMLElement[], gone: HTMLElement | null): HTMLElement[] {
  const at = gone ? all.indexOf(gone) : -1
  return at < 0 ? [...all] : [...all.slice(at + 1), ...all.slice(0, at).toReversed()]
}
