import 'server-only'
import { mergeFields } from '@/lib/domain/merge-fields'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { Prisma } from '@/prisma/generated/client'
import { audit } from './audit'
import { findManaged } from './classes'
import { db } from './db'

/** Makes a section of a class. Refused as `nameInUse` where there is one of this name. */
export async function makeSection(viewer: Viewer, classId: string, name: string): Promise<Result<void>> {
  return change(viewer, classId, async (tx) => {
    await tx.classSection.create({ data: { classId, name }, select: { id: true } })
    return accept(undefined)
  })
}

/**
 * Names a section anew; who is in it stays in it. `before` is what it was called when that was begun: refused as
 * `detailChanged` where somebody else gave it another name meanwhile.
 */
export async function renameSection(viewer: Viewer, classId: string, sectionId: string, name: string, before = ''): Promise<Result<void>> {
  return change(viewer, classId, async (tx) => {
    const [now] = await tx.$queryRaw<{ name: string }[]>`select name from "ClassSection" where id = ${sectionId}::uuid and "classId" = ${classId}::uuid for update`
    if (!now) return refuse('notFound')
    const merged = mergeFields({ section: now.name }, before === '' ? {} : { section: before }, { section: name })
    if (!merged.ok) return merged
    await tx.classSection.update({ where: { id: sectionId }, data: { name: merged.value.section }, select: { id: true } })
    return accept(undefined)
  })
}

/** Removes a section. Its people stay in the class, in no section, and so do those whom an invitation would have put there. */
export async function removeSection(viewer: Viewer, classId: string, sectionId: string): Promise<Result<void>> {
  return change(viewer, classId, async (tx) => {
    await tx.classInvitation.updateMany({ where: { classId, sectionId }, data: { sectionId: null } })
    const { count } = await tx.classSection.deleteMany({ where: { id: sectionId, classId } })
    return count === 0 ? refuse('notFound') : accept(undefined)
  })
}

async function change(viewer: Viewer, classId: string, write: (tx: Prisma.TransactionClient) => Promise<Result<void>>): Promise<Result<void>> {
  const found = await findManaged(viewer, classId)
  if (!found.ok) return found
  try {
    return await db.$transaction(async (tx) => {
      const written = await write(tx)
      if (written.ok) await audit(tx, viewer, 'class.changed', classId)
      return written
    })
  } catch (error) {
    // The one thing that is unique here is a section's name in its class.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return refuse('nameInUse', 'section')
    throw error
  }
}
