import { db } from '@/lib/server/db'
import type { Platform } from './platform'

/** Makes a platform known to the site, straight in the database, with its deployment allowed or not. @returns its id */
export async function knowPlatform(platform: Platform, { allowed = true, name = 'Our school' }: { allowed?: boolean; name?: string } = {}): Promise<string> {
  const { issuer, clientId, authorizationUrl, tokenUrl, keysUrl, deploymentId } = platform
  const deployments = { create: { deploymentId, allowedAt: allowed ? new Date() : null } }
  const { id } = await db.ltiPlatform.create({ data: { name, issuer, clientId, authorizationUrl, tokenUrl, keysUrl, deployments }, select: { id: true } })
  return id
}

/** Connects a course of a platform with a class, straight in the database. */
export async function connectCourse(platformId: string, deploymentId: string, contextId: string, classId: string): Promise<string> {
  const deployment = await db.ltiDeployment.findUniqueOrThrow({ where: { platformId_deploymentId: { platformId, deploymentId } }, select: { id: true } })
  const { id } = await db.ltiContext.create({ data: { deploymentId: deployment.id, contextId, title: 'Media literacy', classId }, select: { id: true } })
  return id
}

