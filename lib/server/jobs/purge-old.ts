import 'server-only'
import { systemViewer } from '@/lib/domain/viewer'
import { eraseRemovedArticles } from '../article-erasure'
import { purge } from '../purge'

/** Removes what is kept no longer: see `purge-periods.ts`, and removed articles that nobody put back. */
export async function purgeOld(): Promise<void> {
  await purge()
  await eraseRemovedArticles(systemViewer)
}
