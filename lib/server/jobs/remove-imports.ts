import 'server-only'
import { db } from '../db'

/** Removes what was fetched a day ago or more and never became an article. */
export async function removeImports(): Promise<void> {
  await db.articleImport.deleteMany({ where: { articleId: null, createdAt: { lt: new Date(Date.now() - day) } } })
}

const day = 24 * 60 * 60_000
