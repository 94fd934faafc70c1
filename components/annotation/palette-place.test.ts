import { describe, expect, it } from 'vitest'
import { placeSheet } from './palette-place'

const view = { width: 1280, height: 800, top: 52 }
const sheet = { width: 600, height: 300 }
const words = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom })

describe('placeSheet', () => {
  it('goes under the words', () => {
    expect(placeSheet(words(400, 100, 800, 130), sheet, view)).toEqual({ left: 300, top: 144 })
  })
  it('goes above them where there is no room below', () => {
    expect(placeSheet(words(400, 700, 800, 730), sheet, view)).toEqual({ left: 300, top: 390 })
  })
  it('stays at the bottom of the window where the words fill it', () => {
    expect(placeSheet(words(400, 60, 800, 790), sheet, view)).toEqual({ left: 300, top: 492 })
  })
  it('never leaves the window sideways', () => {
    expect(placeSheet(words(0, 100, 20, 130), sheet, view).left).toBe(8)
    expect(placeSheet(words(1260, 100, 1280, 130), sheet, view).left).toBe(672)
    expect(placeSheet(words(0, 100, 300, 130), { width: 304, height: 200 }, { width: 320, height: 600, top: 52 }).left).toBe(8)
  })
})
