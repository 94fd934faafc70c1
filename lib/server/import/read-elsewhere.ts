import 'server-only'
import { spawn, type ChildProcess } from 'node:child_process'
import type { ArticleContent } from '@/lib/domain/new-article'
import { refuse, type Result } from '@/lib/domain/problem'
import type { ArticleDocument } from '@/lib/domain/text/document'
import type { ReadArticle } from './read-article'
import type { SourceFile } from './read-file'
import type { ReadingTask } from './reading-process'

/** What reading one source may cost, in milliseconds and megabytes, and how long and how many readers wait for work. */
const readingLimits = { milliseconds: 20_000, start: 60_000, megabytes: 768, idle: 60_000, processes: 2 } as const

/**
 * An article from a file, read in a process of its own, so that neither a long nor a hostile one stops this process from
 * answering others, and what is in this process is out of its reach. Refuses what `readFile` refuses, `bodyTooSlow` at
 * `path` when it takes longer than `limit` milliseconds, and `bodyTooManyParts` when it runs out of memory.
 * @throws the signal's reason when the caller gives up.
 */
export async function readFileElsewhere(file: SourceFile, path: string, options?: Options): Promise<Result<ReadArticle>> {
  return (await readElsewhere({ file }, path, options)) as Result<ReadArticle>
}

/** `documentFrom` in a process of its own, as `readFileElsewhere`. */
export async function readSourceElsewhere(content: ArticleContent, base: string | null, path: string, options?: Options): Promise<Result<ArticleDocument>> {
  return (await readElsewhere({ content, base, path }, path, options)) as Result<ArticleDocument>
}

async function readElsewhere(task: ReadingTask, path: string, { signal, limit = readingLimits.milliseconds }: Options = {}): Promise<Result<unknown>> {
  signal?.throwIfAborted()
  const reader = await takeReader(signal)
  try {
    return await new Promise((done, fail) => {
      const clock = setTimeout(() => end(() => done(refuse('bodyTooSlow', path, { limit: Math.round(limit / 1000) }))), limit)
      const end = (settle: () => void) => {
        clearTimeout(clock)
        reader.removeAllListeners('message').removeAllListeners('exit')
        signal?.removeEventListener('abort', abort)
        reader.kill('SIGKILL')
        settle()
      }
      const abort = () => end(() => fail(reasonOf(signal)))
      signal?.addEventListener('abort', abort)
      reader.once('exit', () => end(() => done(refuse('bodyTooManyParts', path, { limit: 100_000 }))))
      reader.once('message', ({ result }: { result: Result<unknown> }) => {
        clearTimeout(clock)
        reader.removeAllListeners('exit')
        signal?.removeEventListener('abort', abort)
        done(result)
      })
      if (signal?.aborted) return abort()
      reader.send(task)
    })
  } finally {
    giveBack(reader)
  }
}

type Options = { signal?: AbortSignal; limit?: number }

// Held by the process, not by the module, as the database's connections are.
type Pool = { idle: Map<ChildProcess, NodeJS.Timeout>; busy: number; waiting: (() => void)[] }
const held = globalThis as typeof globalThis & { glossReaders?: Pool }
const pool = (): Pool => (held.glossReaders ??= { idle: new Map(), busy: 0, waiting: [] })

async function takeReader(signal: AbortSignal | undefined): Promise<ChildProcess> {
  const { idle, waiting } = pool()
  while (pool().busy >= readingLimits.processes) await new Promise<void>((go) => waiting.push(() => go()))
  pool().busy += 1
  try {
    signal?.throwIfAborted()
    for (const [reader, clock] of idle) {
      clearTimeout(clock)
      idle.delete(reader)
      if (!reader.connected) continue
      reader.removeAllListeners('exit')
      hold(reader)
      return reader
    }
    return await startReader(signal)
  } catch (error) {
    release()
    throw error
  }
}

function giveBack(reader: ChildProcess): void {
  release()
  if (!reader.connected || reader.killed) return
  // It must not keep a script or a test from ending.
  reader.unref()
  reader.channel?.unref()
  const clock = setTimeout(() => (pool().idle.delete(reader), reader.kill()), readingLimits.idle).unref()
  pool().idle.set(reader, clock)
  reader.once('exit', () => (clearTimeout(clock), pool().idle.delete(reader)))
}

function release(): void {
  pool().busy -= 1
  pool().waiting.shift()?.()
}

function hold(reader: ChildProcess): void {
  reader.ref()
  reader.channel?.ref()
}

/** Told nothing but where to find programs: no database, no secret. */
async function startReader(signal: AbortSignal | undefined): Promise<ChildProcess> {
  const { PATH, HOME, TMPDIR, NODE_ENV } = process.env
  const flags = ['--conditions=react-server', '--import', 'tsx', `--max-old-space-size=${readingLimits.megabytes}`]
  const reader = spawn(process.execPath, [...flags, 'lib/server/import/reading-process.ts'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
    env: { NODE_ENV, PATH, ...(HOME && { HOME }), ...(TMPDIR && { TMPDIR }) },
  })
  await new Promise<void>((done, fail) => {
    const clock = setTimeout(() => (reader.kill('SIGKILL'), fail(new Error('The reading process does not start'))), readingLimits.start)
    const abort = () => (reader.kill('SIGKILL'), settle(() => fail(reasonOf(signal))))
    signal?.addEventListener('abort', abort)
    const settle = (finish: () => void) => {
      clearTimeout(clock)
      signal?.removeEventListener('abort', abort)
      reader.removeAllListeners('message').removeAllListeners('exit')
      finish()
    }
    reader.once('message', () => settle(done))
    // Kept for good: what is sent to a process that has just ended is told by its end.
    reader.on('error', fail)
    reader.once('exit', (code) => settle(() => fail(new Error(`The reading process ended at its start (code ${code})`))))
  })
  return reader
}

const reasonOf = (signal: AbortSignal | undefined) => (signal?.reason instanceof Error ? signal.reason : new Error('Nobody waits for this any more'))
