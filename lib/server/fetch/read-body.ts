import 'server-only'
import { Transform, Writable, type Duplex, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { accept, refuse, type Result } from '@/lib/domain/problem'

type Options = { encoding: string; limit: number; received: (bytes: number) => void }

/**
 * A body in memory, unpacked, counting as it flows: neither what comes over the wire nor what it unpacks to may be more
 * than `limit` bytes, whatever the headers said. `received` is told how many bytes have come. Refuses `fetchTooLarge`,
 * and `fetchFailed` for a packing that nobody asked for.
 * @throws what the stream or its unpacking fails with.
 */
export async function readBody(body: Readable, { encoding, limit, received }: Options): Promise<Result<Uint8Array>> {
  const packings = encoding.toLowerCase().split(',').map((each) => each.trim()).filter((each) => each !== '' && each !== 'identity')
  const unpack = packings.reverse().map((each) => unpackers[each])
  if (unpack.length > 2 || unpack.includes(undefined)) {
    body.destroy()
    return refuse('fetchFailed', 'address')
  }
  const chunks: Buffer[] = []
  let [arrived, unpacked] = [0, 0]
  const counter = new Transform({
    transform(chunk: Buffer, _, done) {
      arrived += chunk.length
      received(arrived)
      done(arrived > limit ? new TooLarge() : null, chunk)
    },
  })
  const collector = new Writable({
    write(chunk: Buffer, _, done) {
      unpacked += chunk.length
      chunks.push(chunk)
      done(unpacked > limit ? new TooLarge() : null)
    },
  })
  try {
    await pipeline([body, counter, ...unpack.flatMap((make) => (make ? [make()] : [])), collector])
  } catch (error) {
    if (error instanceof TooLarge) return refuse('fetchTooLarge', 'address', { limit })
    throw error
  }
  return accept(Buffer.concat(chunks))
}

class TooLarge extends Error {}

const unpackers: Partial<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: inflateEither,
}

/** What servers call deflate comes with zlib's header or without; the first byte tells. */
function inflateEither(): Duplex {
  let inner: ReturnType<typeof createInflate> | null = null
  return new Transform({
    transform(chunk: Buffer, _, done) {
      if (!inner) {
        inner = ((chunk[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw()
        inner.on('data', (part: Buffer) => this.push(part))
        inner.on('error', (error) => this.destroy(error))
      }
      inner.write(chunk, () => done())
    },
    flush(done) {
      if (!inner) return done()
      inner.once('end', () => done())
      inner.end()
    },
  })
}
