import 'server-only'
import { accept, refuse, type Result } from '@/lib/domain/problem'

type Allowed = {
  /** Media types that are taken, without parameters. */
  types?: readonly string[]
  /** Bytes. */
  limit: number
}

/**
 * The JSON that a request brings. Refused: `mediaTypeUnknown` for what does not say that it is JSON, `bodyTooLarge` as
 * soon as it is, `jsonBroken` for what is not JSON in UTF-8.
 */
export async function readJson(request: Request, { types = ['application/json'], limit }: Allowed): Promise<Result<unknown>> {
  const type = mediaTypeOf(request)
  if (!types.includes(type)) return refuse('mediaTypeUnknown', '', { types: types.join(', ') })
  const text = await readText(request, limit)
  if (!text.ok) return text
  try {
    return accept(JSON.parse(text.value))
  } catch (error) {
    if (error instanceof SyntaxError) return refuse('jsonBroken')
    throw error
  }
}

/** The media type of a request's body, without parameters, in lower case. */
export const mediaTypeOf = (request: Request) =>
  (request.headers.get('content-type') ?? '').split(';', 1).join().trim().toLowerCase()

/** The body of a request as text. Refused: `bodyTooLarge` as soon as it has more bytes, `jsonBroken` where it is not UTF-8. */
export async function readText(request: Request, limit: number): Promise<Result<string>> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let [text, bytes] = ['', 0]
  try {
    for await (const part of request.body ?? []) {
      bytes += part.byteLength
      if (bytes > limit) return refuse('bodyTooLarge', '', { limit })
      text += decoder.decode(part, { stream: true })
    }
    return accept(text + decoder.decode())
  } catch (error) {
    // What the decoder throws for bytes that are not UTF-8.
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return refuse('jsonBroken')
    throw error
  }
}
