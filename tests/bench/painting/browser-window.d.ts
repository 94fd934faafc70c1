/** What `observe.js` puts into every measured page. */
interface Window {
  bench: {
    ranges: number
    paintedAt: number
    frames: number[] | null
    longTasks: number
    time: (type: string, done: () => boolean) => void
    timed: Promise<number>
  }
}
