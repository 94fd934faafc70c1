/** Whether anything was flagged, changed or deleted from this window since its pages were last read anew. */
let flagged = false

/** To be told whenever the server has taken a change. */
export const noteFlagged = () => void (flagged = true)

/** Whether so; from now on no more. */
export function takeFlagged(): boolean {
  const was = flagged
  flagged = false
  return was
}
