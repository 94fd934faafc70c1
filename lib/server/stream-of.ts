import 'server-only'

/** As much as goes out at once, in UTF-16 units. */
const chunk = 64_000

/** A text in pieces as a stream of bytes in UTF-8: each part is made when the one before has gone, and others have their turn. */
export function streamOf(pieces: Iterable<string>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.iterator]()
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull(controller) {
      let text = ''
      while (text.length < chunk) {
        const next = iterator.next()
        if (next.done) {
          if (text !== '') controller.enqueue(encoder.encode(text))
          return controller.close()
        }
        text += next.value
      }
      controller.enqueue(encoder.encode(text))
    },
    cancel: () => void iterator.return?.(),
  })
}
