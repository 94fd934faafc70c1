// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPainter, type Painted } from './paint'
import { mapText } from './text-map'

const [blockHeight, windowHeight, blocks] = [400, 800, 200]
let scrolled = 0
let registry: Map<string, Set<StaticRange>>

/** What is given to the browser now, by the number of its block. */
const shown = () =>
  [...(registry.get('gloss-wavy-1') ?? [])].map(({ startContainer }) => Number(startContainer.textContent?.slice(4))).sort((a, b) => a - b)
const scrollTo = (block: number) => {
  scrolled = block * blockHeight
  window.dispatchEvent(new Event('scroll'))
}
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at)

beforeEach(() => {
  scrolled = 0
  registry = new Map()
  vi.stubGlobal('CSS', { highlights: registry })
  vi.stubGlobal('Highlight', class extends Set<StaticRange> { priority = 0 })
  vi.stubGlobal('StaticRange', class { constructor(boundaries: StaticRangeInit) { Object.assign(this, boundaries) } })
  vi.stubGlobal('ResizeObserver', class { observe() {} disconnect() {} })
  vi.stubGlobal('innerHeight', windowHeight)
  const root = document.createElement('article')
  root.innerHTML = range(0, blocks).map((at) => `<p data-block>Text${String(at).padStart(4, '0')}</p>`).join('')
  for (const [at, element] of [...root.children].entries()) {
    element.getBoundingClientRect = () => new DOMRect(0, at * blockHeight - scrolled, 600, blockHeight)
  }
  document.body.replaceChildren(root)
})
afterEach(() => vi.unstubAllGlobals())

const setUp = () => {
  const map = mapText(document.querySelector('article')!)
  const flag = (at: number): Painted => ({ id: String(at), span: { start: at * 9 + 2, end: at * 9 + 6 }, marks: ['wavy'] })
  const painter = createPainter(map)
  painter.show(range(0, blocks).map(flag))
  return { painter, flag }
}

describe('painting by highlights', () => {
  it('gives the browser what is near the window and nothing else', () => {
    setUp()
    expect(shown()).toEqual(range(0, 6))
  })

  it('goes along with the window, before it shows bare text', () => {
    setUp()
    for (const block of [1, 3, 5, 60, 61, 199, 20, 0]) {
      scrollTo(block)
      expect(shown()).toEqual(expect.arrayContaining(range(block, Math.min(block + 2, blocks))))
      expect(shown().length).toBeLessThan(16)
    }
  })

  it('shows a new flag that is near, and forgets one that is dropped far away', () => {
    const { painter, flag } = setUp()
    painter.show([0, 1, 2, 100].map(flag))
    expect(shown()).toEqual([0, 1, 2])
    scrollTo(100)
    expect(shown()).toEqual([100])
    painter.show([0, 100, 101].map(flag))
    expect(shown()).toEqual([100, 101])
    scrollTo(0)
    expect(shown()).toEqual([0])
  })

  it('prints everything', () => {
    setUp()
    window.dispatchEvent(new Event('beforeprint'))
    expect(shown()).toEqual(range(0, blocks))
    window.dispatchEvent(new Event('afterprint'))
    expect(shown()).toEqual(range(0, 6))
  })

  it('leaves nothing behind when it is taken off', () => {
    const { painter } = setUp()
    painter.clear()
    scrollTo(50)
    expect(shown()).toEqual([])
  })
})
