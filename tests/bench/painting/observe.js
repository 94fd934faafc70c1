// Runs in every measured page before its own scripts, ours and the floor's alike.
{
  const sizes = () => {
    let all = 0
    for (const highlight of CSS.highlights.values()) all += highlight.size
    return all
  }
  const bench = { ranges: 0, paintedAt: 0, frames: null, longTasks: 0, timed: null }
  let changed = false
  let watched = null
  let before = 0
  const look = () => {
    const now = performance.now()
    if (bench.frames) bench.frames.push(now - before)
    before = now
    // What had changed when the last frame began was drawn by that frame, which is over now.
    if (changed) bench.paintedAt = now
    const ranges = sizes()
    changed = ranges !== bench.ranges
    bench.ranges = ranges
    if (watched) {
      if (watched.seen) {
        watched.resolve(now - watched.at)
        watched = null
      } else if (watched.done()) watched.seen = true
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  /** Begins to wait: `bench.timed` becomes the milliseconds from the next event of a type to the end of the frame in which `done` was true. */
  bench.time = (type, done) => {
    bench.timed = new Promise((resolve, reject) => {
      addEventListener(type, ({ timeStamp }) => (watched = { at: timeStamp, done, resolve }), { capture: true, once: true })
      setTimeout(() => reject(new Error(`Nothing came of a ${type}.`)), 20_000)
    })
  }
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) bench.longTasks += duration
  }).observe({ type: 'longtask', buffered: true })
  window.bench = bench
}
