import 'server-only'
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
    return 1
  })
}

/** Names a section anew; who is in it stays in it. */
export async function renameSection(viewer: Viewer, classId: string, sectionId: string, name: string): Promise<Result<void>> {
  return change(viewer, classId, async (tx) => (await tx.classSection.updateMany({ where: { id: sectionId, classId }, data: { name } })).count)
}

/** Removes a section. Its people stay in the class, in no section, and so do those whom an invitation would have put there. */
export async function removeSection(viewer: Viewer, classId: string, sectionId: string): Promise<Result<void>> {
  return change(viewer, classId, async (tx) => {
    await tx.classInvitation.updateMany({ where: { classId, sectionId }, data: { sectionId: null } })
    return (await tx.classSection.deleteMany({ where: { id: sectionId, classId } })).count
  })
}

async function change(viewer: Viewer, classId: string, write: (tx: Prisma.TransactionClient) => Promise<number>): Promise<Result<void>> {
  const found = await findManaged(viewer, classId)
  if (!found.ok) return found
  try {
    return await db.$transaction(async (tx) => {
      if ((await write(tx)) === 0) return refuse('notFound')
      await audit(tx, viewer, 'class.changed', classId)
      return accept(undefined)
    })
  } catch (error) {
    // The one thing that is unique here is a section's name in its class.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return refuse('nameInUse', 'section')
    throw error
  }
}
