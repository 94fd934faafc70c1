import 'server-only'
import { refuse, type Result } from '@/lib/domain/problem'
import type { Prisma } from '@/prisma/generated/client'
import { compute } from '../compute/compute'
import { db } from '../db'
import { fetchPage } from '../fetch/fetch-page'
import type { ReadArticle } from '../import/read-article'
import { openStates, uploadName } from '../imports'
import type { Attempt } from './registry'

/** How often progress is written and whether somebody cancelled is asked, in milliseconds. */
const beat = 400

/**
 * Fetches what an import names (or takes the file that was uploaded), keeps it, and reads an article out of it, for its
 * owner to look over. An import that was cancelled in the meantime stays so and the work ends within a second. Done twice
 * it comes to the same.
 */
export async function importArticle({ importId }: { importId: string }, { signal, last }: Attempt): Promise<void> {
  const row = await db.articleImport.findUnique({ where: { id: importId }, select: { ownerId: true, address: true, raw: true, contentType: true, finalAddress: true } })
  if (!row) return
  const cancelled = new AbortController()
  const end = AbortSignal.any([signal, cancelled.signal])
  let received = row.raw?.length ?? 0
  /** False once the import is cancelled, or gone. */
  const write = async (data: Prisma.ArticleImportUpdateManyMutationInput) => {
    const { count } = await db.articleImport.updateMany({ where: { id: importId, state: { in: [...openStates] } }, data: { ...data, updatedAt: new Date() } })
    if (count === 0) cancelled.abort(new Error('Cancelled'))
    return count > 0
  }
  const pulse = setInterval(() => void write({ received }).catch((error: unknown) => console.error('Progress was not written:', error)), beat)
  try {
    if (!(await write({ state: 'fetching' }))) return
    let file = row.raw && { bytes: row.raw, contentType: row.contentType ?? '', finalAddress: row.finalAddress }
    if (!file) {
      const fetched = await fetchPage(row.address, { signal: end, received: (bytes) => void (received = bytes) })
      if (!fetched.ok) return void (await write(failed(fetched)))
      const { bytes, contentType, finalAddress } = fetched.value
      file = { bytes: new Uint8Array(bytes), contentType, finalAddress }
      if (!(await write({ raw: file.bytes, contentType, finalAddress, received, fetchedAt: new Date() }))) return
    }
    if (!(await write({ state: 'reading' }))) return
    const { bytes, contentType: mediaType, finalAddress } = file
    const name = uploadName(row.address) ?? ''
    const path = finalAddress === null ? 'file' : 'address'
    const read = await compute('read-file', { bytes, mediaType, address: finalAddress, name }, { owner: { account: row.ownerId }, signal: end, path })
    await write(read.ok ? { state: 'ready', result: asJson(read.value) } : failed(read))
  } catch (error) {
    if (cancelled.signal.aborted) return
    if (last && !signal.aborted) await write(failed(refuse('unavailable')))
    throw error
  } finally {
    clearInterval(pulse)
  }
}

const failed = (refused: Extract<Result<unknown>, { ok: false }>) => ({ state: 'failed' as const, problem: refused.problems[0] ?? refuse('unavailable').problems[0] })
/** Already plain JSON; the types of documents and of columns do not know each other. */
const asJson = (article: ReadArticle): Prisma.InputJsonValue => JSON.parse(JSON.stringify(article)) as Prisma.InputJsonValue
