import 'server-only'
import type { Credential } from './api-door'

/** The most that waits for one reader, in bytes. Readers share chunks, so that it is mostly not held twice. */
export const longestQueue = 1024 * 1024

/** One open connection of a reader. */
export type LiveStream = {
  /** Whose word its viewer is: read anew at each sending, so that what was ended or revoked receives nothing more. */
  readonly credential: Credential | null
  /** A pseudonym by which a person with two windows counts once. */
  readonly reader: string
  readonly body: ReadableStream<Uint8Array>
  /** How many readers it was last told of. */
  presence: number
  readonly ended: boolean
  /** Queues a chunk. A reader too slow for the queue is cut off: it comes back and catches up from the database. */
  push(chunk: Uint8Array): void
  /** Ends it at once; what waits is dropped, but for these last words. Twice is no error. */
  close(last?: Uint8Array): void
}

/** Opens a stream that takes chunks as fast as its reader does. `onClose` is called once, whoever ends it. */
export function openStream(
  whose: { credential: Credential | null; reader: string },
  onClose: (stream: LiveStream) => void,
): LiveStream {
  let queue: Uint8Array[] = []
  let waiting = 0
  let ended = false
  let left = false
  let wake = () => {}

  const finish = (last?: Uint8Array) => {
    if (ended) return
    ended = true
    queue = last ? [last] : []
    onClose(stream)
    wake()
  }
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (!ended && queue.length === 0) await new Promise<void>((resolve) => (wake = resolve))
        if (left) return
        const next = queue.shift()
        if (!next) return controller.close()
        waiting -= next.byteLength
        controller.enqueue(next)
      },
      cancel() {
        left = true
        finish()
      },
    },
    { highWaterMark: 0 },
  )
  const stream: LiveStream = {
    ...whose,
    body,
    presence: 0,
    get ended() {
      return ended
    },
    push(chunk) {
      if (ended) return
      if (waiting + chunk.byteLength > longestQueue) return finish()
      waiting += chunk.byteLength
      queue.push(chunk)
      wake()
    },
    close: finish,
  }
  return stream
}
