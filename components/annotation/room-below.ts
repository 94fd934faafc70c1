/** Gives the page room below its end, in pixels, so that what a sheet would cover can be scrolled into sight. */
export function makeRoom(height: number): void {
  document.body.style.paddingBottom = height > 0 ? `${height}px` : ''
}

/** Takes that room back, but for what holds the page where it is: that goes as its reader scrolls up. */
export function leaveRoom(): void {
  const shrink = () => {
    const room = parseFloat(document.body.style.paddingBottom) || 0
    const without = document.documentElement.scrollHeight - room
    makeRoom(Math.min(room, Math.max(0, Math.ceil(window.scrollY + window.innerHeight - without))))
    if (document.body.style.paddingBottom === '') window.removeEventListener('scroll', shrink)
  }
  window.addEventListener('scroll', shrink, { passive: true })
  shrink()
}
