import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { encode } from 'uqr'
import { expect, it } from 'vitest'
import { QrCode } from './qr-code'

it('draws every dark module once, and none of the margin', () => {
  const text = 'https://gloss.example.org/join/K7QM3XHP'
  const drawn = renderToStaticMarkup(createElement(QrCode, { text, label: '掃描後加入' }))
  const modules = [...drawn.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)].flatMap(([, x, y, width]) => Array.from({ length: Number(width) }, (_, at) => `${Number(x) + at} ${y}`))
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const dark = data.flatMap((row, y) => row.flatMap((one, x) => (one ? [`${x} ${y}`] : [])))
  expect(modules).toEqual(dark)
  expect(drawn).toContain(`viewBox="0 0 ${size} ${size}"`)
  expect(drawn).toContain('aria-label="掃描後加入"')
})
