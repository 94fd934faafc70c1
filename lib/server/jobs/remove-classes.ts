import 'server-only'
import { systemViewer } from '@/lib/domain/viewer'
import { removeDueClasses } from '../class-removal'

/** Removes the classes whose days of grace are over or whose day of keeping has passed. */
export async function removeClasses(): Promise<void> {
  await removeDueClasses(systemViewer)
}
