/** Milliseconds between two looks. */
const pace = 160

/**
 * Looks when the page was scrolled or resized, at most every so often. What is drawn anew then has the browser look at
 * every highlight again, so that drawing with each frame would cost the scrolling itself; all who look do so in the same
 * moment for the same reason. @returns what ends it
 */
export function whileScrolling(look: () => void): () => void {
  if (looks.size === 0) {
    window.addEventListener('scroll', later, { passive: true })
    window.addEventListener('resize', later)
  }
  looks.add(look)
  return () => {
    looks.delete(look)
    if (looks.size > 0) return
    window.removeEventListener('scroll', later)
    window.removeEventListener('resize', later)
    clearTimeout(timer)
    timer = undefined
  }
}

const looks = new Set<() => void>()
let timer: ReturnType<typeof setTimeout> | undefined

function later(): void {
  timer ??= setTimeout(() => {
    timer = undefined
    for (const look of [...looks]) look()
  }, pace)
}
