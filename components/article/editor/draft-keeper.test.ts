import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { draftKeeper, type DraftStatus, type Keeping } from './draft-keeper'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const refusal = { ok: false as const, problems: [{ code: 'draftStale' as const, path: '' }] }

const edit = (document: string) => () => ({ document, replaced: [] })

function keeping(answers: (string | 'lost' | typeof refusal)[], change: Partial<Keeping> = {}) {
  const sent: { document: unknown; known: string | null; baseRevision: number }[] = []
  const here: { edit: unknown } = { edit: null }
  const said: DraftStatus['is'][] = []
  const keeper = draftKeeper({
    articleId: 'a', baseRevision: 3, known: null, unsent: null,
    send: async ({ document, known, baseRevision }) => {
      sent.push({ document, known, baseRevision })
      const answer = answers.shift() ?? 'lost'
      if (answer === 'lost') throw new TypeError('Failed to fetch')
      return typeof answer === 'string' ? { ok: true, value: { updatedAt: answer } } : answer
    },
    browser: { keep: (_, edit) => (here.edit = edit), forget: () => (here.edit = null) },
    tell: ({ is }) => said.push(is),
    ...change,
  })
  return { keeper, sent, here, said }
}

test('a draft goes to the server once the writer pauses for a second, as it stands then', async () => {
  const { keeper, sent, said, here } = keeping(['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:02.000Z'])
  for (const word of ['o', 'on', 'one']) {
    keeper.changed(edit(word))
    await vi.advanceTimersByTimeAsync(500)
  }
  expect(sent).toEqual([])
  await vi.advanceTimersByTimeAsync(500)
  expect(sent).toEqual([{ document: 'one', known: null, baseRevision: 3 }])
  expect(said.at(-1)).toBe('kept')
  expect(here.edit).toBeNull()
  keeper.changed(edit('two'))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(sent[1]).toEqual({ document: 'two', known: '2026-01-01T00:00:00.000Z', baseRevision: 3 })
})

test('while the server cannot be reached it stays in the browser and is tried again', async () => {
  const { keeper, sent, said, here } = keeping(['lost', 'lost', '2026-01-01T00:00:00.000Z'])
  keeper.changed(edit('words'))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(said.at(-1)).toBe('offline')
  expect(here.edit).toEqual({ document: 'words', replaced: [], baseRevision: 3 })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(sent).toHaveLength(2)
  await keeper.flush()
  expect(said.at(-1)).toBe('kept')
  expect(here.edit).toBeNull()
})

test('what may have arrived though its answer was lost is sent again as it was, before what was written since', async () => {
  const { keeper, sent, said } = keeping(['lost', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:01.000Z'])
  keeper.changed(edit('one'))
  await vi.advanceTimersByTimeAsync(1_000)
  keeper.changed(edit('one two'))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(sent.map(({ document, known }) => [document, known])).toEqual([['one', null], ['one', null], ['one two', '2026-01-01T00:00:00.000Z']])
  expect(said.at(-1)).toBe('kept')
})

test('a draft of another window is told, not written over, unless the writer insists', async () => {
  const { keeper, sent, said, here } = keeping([refusal, '2026-01-01T00:00:00.000Z'])
  keeper.changed(edit('mine'))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(said.at(-1)).toBe('refused')
  expect(here.edit).not.toBeNull()
  await keeper.insist()
  expect(sent[1]).toEqual({ document: 'mine', known: 'any', baseRevision: 3 })
  expect(said.at(-1)).toBe('kept')
})

test('what only the browser had is sent when the page opens again', async () => {
  const { keeper, sent } = keeping(['2026-01-01T00:00:00.000Z'], { unsent: edit('kept here')() })
  await keeper.flush()
  expect(sent).toEqual([{ document: 'kept here', known: null, baseRevision: 3 }])
})

test('leaving the page keeps what is unsent; after a save nothing is left to send', async () => {
  const { keeper, sent, here } = keeping([])
  keeper.changed(edit('half a'))
  keeper.leave()
  expect(here.edit).toEqual({ document: 'half a', replaced: [], baseRevision: 3 })
  await keeper.settle()
  keeper.begin(4)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(here.edit).toBeNull()
  expect(sent).toEqual([])
  expect(keeper.base()).toBe(4)
})

test('what was written while a save was on its way is kept as a draft of the new version', async () => {
  const { keeper, sent } = keeping(['2026-01-01T00:00:00.000Z'])
  keeper.changed(edit('one'))
  await keeper.settle()
  keeper.changed(edit('one two'))
  keeper.saved(4)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(sent).toEqual([{ document: 'one two', known: null, baseRevision: 4 }])
})
