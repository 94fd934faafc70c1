import 'server-only'
import { systemViewer } from '@/lib/domain/viewer'
import { removeDueAssignments } from '../assignment-removal'
import { tellOfClassesLeaving } from '../class-keep-notices'
import { removeDueClasses } from '../class-removal'

/** Tells of classes whose day of keeping comes. Removes the classes and exercises whose days of grace are over, and classes whose day of keeping has passed. */
export async function removeClasses(): Promise<void> {
  await tellOfClassesLeaving(systemViewer)
  await removeDueClasses(systemViewer)
  await removeDueAssignments(systemViewer)
}
