import 'server-only'
import { systemViewer } from '@/lib/domain/viewer'
import { removeDueAssignments } from '../assignment-removal'
import { tellOfClassesLeaving } from '../class-keep-notices'
import { removeDueClasses } from '../class-removal'

/** Removes the classes and exercises whose days of grace are over, and classes whose day of keeping has passed; then tells of those whose day comes. */
export async function removeClasses(): Promise<void> {
  await removeDueClasses(systemViewer)
  await removeDueAssignments(systemViewer)
  await tellOfClassesLeaving(systemViewer)
}
