import 'server-only'
import { z } from 'zod'
import { articleDetails } from '@/lib/domain/article'
import { can, refusal } from '@/lib/domain/permissions'
import { accept, refuse, type Problem, type Result } from '@/lib/domain/problem'
import { articleDocument } from '@/lib/domain/text/document'
import { storableText } from '@/lib/domain/text/storable'
import type { Viewer } from '@/lib/domain/viewer'
import { addressLimit, completeAddress } from '@/lib/domain/web-address'
import type { ImportState } from '@/prisma/generated/client'
import { db } from './db'
import { env } from './env'
import { safeAddress } from './fetch/safe-address'
import { fileKind } from './import/file-kind'
import { enqueue, openQueue } from './jobs/queue'
import { spend } from './limits'

/** The states in which there is still something to do. */
export const openStates = ['waiting', 'fetching', 'reading'] as const satisfies readonly ImportState[]

/** What an uploaded Word file or PDF may weigh, in bytes. */
const uploadLimit = 5_000_000

/** An import as its owner sees it. `file` is the name of what was uploaded; then there is no address. */
export type ImportView = {
  id: string
  address: string
  file: string | null
  state: ImportState
  /** Bytes that have come so far. */
  received: number
  problem: Problem | null
  result: ImportedArticle | null
  /** The article it became. */
  slug: string | null
}

const result = z.object({ details: articleDetails.omit({ visibility: true, title: true }).extend({ title: z.string() }), document: articleDocument })
export type ImportedArticle = z.infer<typeof result>

const fileScheme = 'file:'
/** The name of an uploaded file, which stands in an import's address; null where an address does. */
export const uploadName = (address: string) => (address.startsWith(fileScheme) ? address.slice(fileScheme.length) : null)

/**
 * Begins to fetch an article from its address, in a job. Refuses at `address` what is refused before anything is asked
 * for, and `rateLimited`.
 */
export async function importAddress(viewer: Viewer, address: string): Promise<Result<{ id: string }>> {
  if (viewer.kind !== 'user' || !can(viewer, 'article.create', undefined)) return refusal(viewer, 'article.create', undefined)
  if (address.length > 4 * addressLimit) return refuse('tooLong', 'address', { limit: addressLimit })
  const asked = completeAddress(address)
  if (asked.length > addressLimit) return refuse('tooLong', 'address', { limit: addressLimit })
  const safe = safeAddress(asked, env('IMPORT_ALLOW_HOSTS'))
  if (!safe.ok) return safe
  return begin(viewer.id, { address: asked })
}

/**
 * Begins to read an uploaded Word file or PDF, in a job. Refuses at `content.body` what is neither, or too large, and
 * `rateLimited`.
 */
export async function importFile(viewer: Viewer, file: File): Promise<Result<{ id: string }>> {
  if (viewer.kind !== 'user' || !can(viewer, 'article.create', undefined)) return refusal(viewer, 'article.create', undefined)
  if (file.size > uploadLimit) return refuse('fileTooLarge', 'content.body', { limit: uploadLimit })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const kind = fileKind(bytes, file.type, file.name)
  if (kind === 'locked') return refuse('fileEncrypted', 'content.body')
  if (kind !== 'pdf' && kind !== 'docx') return refuse('fileDamaged', 'content.body')
  const name = storableText.safeParse(file.name.replace(/[\p{C}/\\]/gu, ' ').trim().slice(-200)).data || `article.${kind}`
  return begin(viewer.id, { address: `${fileScheme}${name}`, raw: bytes, contentType: mediaTypes[kind], fetchedAt: new Date(), received: bytes.length })
}

/** One's own import; null where there is none. One that nothing has moved for five minutes has failed. */
export async function readImport(viewer: Viewer, id: string): Promise<ImportView | null> {
  if (viewer.kind !== 'user' || !z.uuid().safeParse(id).success) return null
  const stale = { id, ownerId: viewer.id, state: { in: [...openStates] }, updatedAt: { lt: new Date(Date.now() - patience) } }
  await db.articleImport.updateMany({ where: stale, data: { state: 'failed', problem: refuse('importInterrupted').problems[0] } })
  const row = await db.articleImport.findFirst({ where: { id, ownerId: viewer.id }, select: viewFields })
  if (!row) return null
  const { article, address, ...rest } = row
  const file = uploadName(address)
  return { ...rest, address: file === null ? address : '', file, problem: row.problem as Problem | null, result: result.safeParse(row.result).data ?? null, slug: article?.slug ?? null }
}

/** Gives one's own import up; its job notices within a second. Cancelling what is done, or not there, is no error. */
export async function cancelImport(viewer: Viewer, id: string): Promise<Result<null>> {
  if (viewer.kind !== 'user') return refuse('signInFirst')
  await db.articleImport.updateMany({
    where: { id, ownerId: viewer.id, state: { in: [...openStates] } },
    data: { state: 'cancelled', updatedAt: new Date() },
  })
  return accept(null)
}

const patience = 5 * 60_000
const viewFields = { id: true, address: true, state: true, received: true, problem: true, result: true, article: { select: { slug: true } } } as const
const mediaTypes = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }

type NewImport = { address: string; raw?: Uint8Array<ArrayBuffer>; contentType?: string; fetchedAt?: Date; received?: number }

async function begin(ownerId: string, data: NewImport): Promise<Result<{ id: string }>> {
  const spent = await spend(['import:account', ownerId])
  if (!spent.ok) return spent
  const queue = await openQueue()
  return accept(
    await db.$transaction(async (tx) => {
      const made = await tx.articleImport.create({ data: { ownerId, ...data }, select: { id: true } })
      await enqueue(tx, queue, 'import-article', { importId: made.id })
      return made
    }),
  )
}
