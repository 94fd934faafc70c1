import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connectLive } from './live-connection'

/** An EventSource that says only what a test makes it say. */
class FakeSource extends EventTarget {
  static readonly CLOSED = 2
  static all: FakeSource[] = []
  readyState = 1
  onopen = () => {}
  onerror = () => {}
  constructor(readonly url: string) {
    super()
    FakeSource.all.push(this)
  }
  close() {
    this.readyState = 2
  }
  say(name: string, data: unknown, lastEventId = '') {
    this.dispatchEvent(Object.assign(new Event(name), { data: JSON.stringify(data), lastEventId }))
  }
}

const source = () => FakeSource.all.at(-1)!
const reader = {
  id: 'a', version: 1, author: { id: 'ann', name: 'Ann' }, start: 0, end: 4, quote: 'they', labels: [], note: null,
  evidence: [], confidence: null, sourceName: null, createdAt: '', updatedAt: '',
}
const flagged = (id: string) => ({ id, annotation: '', version: 1, revision: 1, detached: false, reader: { ...reader, id } })
const heard = { opened: vi.fn(), lost: vi.fn(), told: vi.fn(), revised: vi.fn(), stale: vi.fn(), readers: vi.fn(), removed: vi.fn() }
let page: EventTarget & { visibilityState: string }
let disconnect = () => {}

beforeEach(() => {
  vi.useFakeTimers()
  vi.clearAllMocks()
  FakeSource.all = []
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  vi.stubGlobal('EventSource', FakeSource)
  vi.stubGlobal('document', page)
  vi.stubGlobal('window', new EventTarget())
  disconnect = connectLive('layer', '5:5:.0', heard)
})
afterEach(() => {
  disconnect()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})
const see = (visibilityState: string) => {
  page.visibilityState = visibilityState
  page.dispatchEvent(new Event('visibilitychange'))
}

test('it begins where the page was read, and hands a batch on together', () => {
  expect(source().url).toBe('/api/v1/layers/layer/events?after=5%3A5%3A.0')
  source().say('annotation.created', flagged('a'), '6:6:.1')
  source().say('annotation.created', flagged('b'), '6:6:.2')
  source().say('annotation.created', { nonsense: true }, '6:6:.2')
  vi.advanceTimersByTime(100)
  expect(heard.told.mock.calls.map(([events]) => events.map(({ id }: { id: string }) => id))).toEqual([['a', 'b']])
  source().say('presence', { readers: 3 })
  source().say('layer.revised', { revision: 2 })
  source().say('layer.stale', {})
  expect([heard.readers.mock.calls, heard.revised.mock.calls, heard.stale.mock.calls]).toEqual([[[3]], [[2]], [[]]])
})

test('an article that was taken away is told once, and asked for no more', () => {
  source().say('layer.removed', {})
  expect(heard.removed).toHaveBeenCalledOnce()
  source().onerror()
  window.dispatchEvent(new Event('online'))
  see('visible')
  vi.advanceTimersByTime(60_000)
  expect(FakeSource.all).toHaveLength(1)
})

test('after a refusal it comes back later, from the last place it was told', () => {
  source().say('presence', { readers: 1 }, '7:7:.0')
  source().readyState = FakeSource.CLOSED
  source().onerror()
  expect(heard.lost).toHaveBeenCalledOnce()
  expect(FakeSource.all).toHaveLength(1)
  vi.advanceTimersByTime(2_000)
  expect(FakeSource.all).toHaveLength(2)
  expect(source().url).toContain('after=7%3A7%3A.0')
})

test('a loss that the browser mends itself is left to it', () => {
  source().readyState = 0
  source().onerror()
  vi.advanceTimersByTime(60_000)
  expect(FakeSource.all).toHaveLength(1)
})

test('another network begins anew at once, with one stream only', () => {
  window.dispatchEvent(new Event('online'))
  expect(FakeSource.all.map(({ readyState }) => readyState)).toEqual([2, 1])
})

test('out of sight for long it lets go, and comes back when it is looked at', () => {
  see('hidden')
  vi.advanceTimersByTime(20_000)
  see('visible')
  expect(FakeSource.all).toHaveLength(1)
  see('hidden')
  vi.advanceTimersByTime(40_000)
  expect(source().readyState).toBe(2)
  see('visible')
  expect(FakeSource.all.map(({ readyState }) => readyState)).toEqual([2, 1])
})

test('a page that is left closes its stream, and ended once it opens none again', () => {
  window.dispatchEvent(new Event('pagehide'))
  expect(source().readyState).toBe(2)
  disconnect()
  see('visible')
  window.dispatchEvent(new Event('online'))
  expect(FakeSource.all).toHaveLength(1)
})
