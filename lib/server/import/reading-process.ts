import 'server-only'
import type { ArticleContent } from '@/lib/domain/new-article'
import { documentFrom } from './document-from'
import { readFile, type SourceFile } from './read-file'

/** What this process is asked: a source that was typed in or sent, or a file from outside. */
export type ReadingTask = { content: ArticleContent; base: string | null; path: string } | { file: SourceFile }

// The process that reads what may be hostile: it has no settings, no database and no secrets, and can be killed.
process.on('message', (task: ReadingTask) => void answer(task))
process.on('disconnect', () => process.exit())
process.send?.({ ready: true })

async function answer(task: ReadingTask): Promise<void> {
  const result = 'file' in task ? await readFile(task.file) : documentFrom(task.content, task.base, task.path)
  process.send?.({ result })
}
