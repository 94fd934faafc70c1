import { afterAll } from 'vitest'
import type { SignedIn } from '@/lib/domain/viewer'
import { createClass } from '@/lib/server/classes'
import { emptyTables } from './empty-tables'
import { reader } from './flagged-article'
import { connectCourse, knowPlatform } from './known-platform'
import { must } from './lesson'
import { startPlatform, type Platform } from './platform'
import { freshBrowser } from './request'

/** A platform for the tests of one file, which the site may ask. */
export async function servedPlatform(): Promise<Platform> {
  const platform = await startPlatform()
  process.env.LTI_ALLOW_HOSTS = platform.host
  afterAll(() => platform.stop())
  return platform
}

/** A database with nothing but a class of Mr Lin's, known to be the platform's course `course-1`, and a browser with nothing in it. */
export async function freshSchool(platform: Platform): Promise<{ platformId: string; teacher: SignedIn; classId: string }> {
  await emptyTables('User', 'LtiPlatform', 'Class', 'RateLimit')
  freshBrowser()
  const platformId = await knowPlatform(platform)
  const teacher = await reader('Mr Lin')
  const classId = await classOf(teacher, 'Class 3B')
  await connectCourse(platformId, platform.deploymentId, 'course-1', classId)
  return { platformId, teacher, classId }
}

/** Somebody's class. @returns its id */
export const classOf = async (teacher: SignedIn, name: string): Promise<string> => must(await createClass(teacher, { name, timeZone: 'Asia/Taipei' })).id
