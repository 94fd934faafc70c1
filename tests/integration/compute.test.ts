import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import type { ArticleContent } from '@/lib/domain/new-article'
import { signedOutViewer } from '@/lib/domain/viewer'
import { runInChild, startChild } from '@/lib/server/compute/child'
import { compute, ownerOf, type Options } from '@/lib/server/compute/compute'
import { checkPosted } from '@/lib/server/import/document-read'
import { spendRequest } from '@/lib/server/limits'

// Many a process is started here, each of which takes a second of an idle machine.
vi.setConfig({ testTimeout: 60_000 })

/** A source that takes its ten seconds, which no test waits for. */
const slowSource = (units: number): ArticleContent => {
  // Different attributes: alike ones are forgotten after three.
  const open = Array.from({ length: 480 }, (_, i) => `<b id=${i}>`).join('')
  return { format: 'html', body: open + '<p>'.repeat((units - open.length) / 3) }
}
const slow = slowSource(180_000)
const honest: ArticleContent = { format: 'html', body: '<h2>Port</h2><p>The port is <b>shut</b>.</p>' }
const longHonest: ArticleContent = { format: 'html', body: '<p>The port is shut.</p>'.repeat(2_000) }

const someone = () => ({ account: randomUUID() })
const read = (content: ArticleContent, options: Options) => compute('read-source', { content, base: null, path: 'body' }, { path: 'body', ...options })
const codeOf = ({ ok, problems }: { ok: boolean; problems?: { code: string }[] }) => (ok ? 'ok' : problems?.[0]?.code)
/** A task that lasts until it is given up, and what it came to. */
function lasting(owner: Options['owner']) {
  const giving = new AbortController()
  let settled = false
  const result = read(slow, { owner, signal: giving.signal }).then(codeOf, (error: Error) => error.message)
  void result.then(() => (settled = true))
  return { result, settled: () => settled, giveUp: () => giving.abort(new Error('given up')) }
}
/** The processes that this one has started and that have not ended. */
const processes = () =>
  (process.report.getReport() as unknown as { libuv: { type: string; is_active: boolean; pid?: number }[] }).libuv.flatMap(({ type, is_active, pid }) =>
    type === 'process' && is_active && pid ? [pid] : [],
  )

test('what takes too long is stopped with a sentence, and the next task is done', async () => {
  const owner = someone()
  expect(await read(slow, { owner, milliseconds: 400 })).toEqual({ ok: false, problems: [{ code: 'bodyTooSlow', path: 'body', values: { limit: 1 } }] })
  expect(await read(longHonest, { owner })).toMatchObject({ ok: true, value: { revision: { document: { type: 'doc' } } } })
})

test('what takes too much memory ends its own process only', async () => {
  const child = await startChild(48)
  const many: ArticleContent = { format: 'text', body: 'a\n\n'.repeat(600_000) }
  const limits = { milliseconds: 15_000, signal: new AbortController().signal }
  expect(await runInChild(child, { name: 'read-source', input: { content: many, base: null, path: 'body' } }, limits)).toMatchObject({ kind: 'ended' })
  expect(codeOf(await read(honest, { owner: someone() }))).toBe('ok')
})

test('a process that dies at its work is answered for with a sentence, and a new one is started', async () => {
  const owner = 'everybody'
  expect(codeOf(await read(longHonest, { owner }))).toBe('ok')
  const result = read(slow, { owner })
  await setImmediate()
  for (const pid of processes()) process.kill(pid, 'SIGKILL')
  expect(codeOf(await result)).toBe('bodyTooManyParts')
  expect(codeOf(await read(longHonest, { owner }))).toBe('ok')
})

test('eight slow tasks of one hold nobody else up, and beside the one under way three of them wait', async () => {
  const one = someone()
  const tasks = Array.from({ length: 8 }, () => lasting(one))
  // Refused at once: no process does anything for them.
  await expect.poll(() => tasks.filter(({ settled }) => settled()).length, { timeout: 20_000 }).toBe(4)
  const taken = tasks.filter(({ settled }) => !settled())
  expect(codeOf(await read(longHonest, { owner: someone() }))).toBe('ok')
  // Their own small work has a lane of its own.
  expect(codeOf(await read(honest, { owner: one }))).toBe('ok')
  for (const { giveUp } of taken) giveUp()
  const ends = await Promise.all(tasks.map(({ result }) => result))
  const count = (end: string) => ends.filter((each) => each === end).length
  // On a busy machine the first may have come to its end meanwhile.
  expect([count('waitingFull'), count('given up') >= 3]).toEqual([4, true])
})

test('small work does not wait for large work, whoever does it', async () => {
  const large = [lasting(someone()), lasting(someone()), lasting(someone())]
  expect(codeOf(await read(honest, { owner: someone() }))).toBe('ok')
  expect(large.at(-1)!.settled()).toBe(false)
  for (const { giveUp } of large) giveUp()
  expect(await large.at(-1)!.result).toBe('given up')
  await Promise.all(large.map(({ result }) => result))
})

test('what nobody waits for any more is given up, at once and in the queue', async () => {
  const owner = someone()
  const [first, second] = [lasting(owner), lasting(owner)]
  second.giveUp()
  expect(await second.result).toBe('given up')
  first.giveUp()
  expect(await first.result).toBe('given up')
  await expect(read(honest, { owner, signal: AbortSignal.abort(new Error('left before')) })).rejects.toThrow('left before')
  expect(codeOf(await read(longHonest, { owner }))).toBe('ok')
})

test('callers with one key share one computation, which lasts while one of them waits', async () => {
  const leaving = new AbortController()
  const key = randomUUID()
  const [first, ...others] = Array.from({ length: 20 }, (_, at) => read(longHonest, { owner: someone(), key, ...(at === 0 && { signal: leaving.signal }) }))
  leaving.abort(new Error('left'))
  await expect(first).rejects.toThrow('left')
  const results = await Promise.all(others)
  expect(results[0]).toMatchObject({ ok: true })
  expect(new Set(results).size).toBe(1)
  expect(await read(longHonest, { owner: someone(), key })).not.toBe(results[0])
})

test('the time of an hour is used up for its owner alone, and one who shares a key with them pays for themselves', async () => {
  const [used, other] = [someone(), someone()]
  await spendRequest(['computing:account', used.account], 900_000)
  expect(await read(honest, { owner: used })).toEqual({ ok: false, problems: [{ code: 'rateLimited', path: '', values: { minutes: 60 } }] })
  const key = randomUUID()
  expect((await Promise.all([read(honest, { owner: used, key }), read(honest, { owner: other, key })])).map(codeOf)).toEqual(['rateLimited', 'ok'])
})

test('what is refused counts ten times its time', async () => {
  const owner = someone()
  await read(honest, { owner })
  await read(slow, { owner, milliseconds: 300 })
  const { limit, remaining } = await spendRequest(['computing:account', owner.account], 1)
  expect(limit - remaining).toBeGreaterThan(3_000)
})

test('a viewer pays by account, and who is not signed in by address', () => {
  const viewer = { kind: 'user', id: 'a', name: 'Ann', role: 'member' } as const
  expect([ownerOf(viewer, '192.0.2.1'), ownerOf(signedOutViewer, '192.0.2.1'), ownerOf(signedOutViewer)]).toEqual([{ account: 'a' }, { client: '192.0.2.1' }, { client: null }])
})

test('a large document of an editor is looked at apart, as a small one is here', async () => {
  const paragraphs = (count: number) => ({ type: 'doc', content: Array.from({ length: count }, () => ({ type: 'paragraph', content: [{ type: 'text', text: 'Shut.' }] })) })
  const owner = someone()
  expect(await checkPosted(paragraphs(2_000), { owner })).toMatchObject({ ok: true, value: { revision: { document: paragraphs(2_000) } } })
  expect(await checkPosted({ ...paragraphs(2_000), type: 'page' }, { owner })).toMatchObject({ ok: false, problems: [{ path: 'document' }] })
  const circle = { type: 'doc', content: [] as unknown[] }
  circle.content.push(circle)
  expect(await checkPosted(circle, { owner })).toMatchObject({ ok: false, problems: [{ code: 'invalid', path: 'document' }] })
  const { limit, remaining } = await spendRequest(['computing:account', owner.account], 1)
  expect(limit - remaining).toBeGreaterThan(1)
})
