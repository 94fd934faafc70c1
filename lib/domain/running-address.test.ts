import { expect, test } from 'vitest'
import { isRunningAddress } from './running-address'

test.each([
  'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:x', '\u0001javascript:x', 'java\nscript:x', 'java\tscript:x', 'javascript\r\n:x', 'java\u200Bscript:x',
  'javascript&colon;x', '&#106;avascript:x', '&#x6a;avascript:x', '&#x0000006A;avascript:x', 'java&Tab;script:x', 'java&NewLine;script:x',
  'vbscript:msgbox', 'livescript:x', 'data:text/html,<script>', 'DATA:text/html;base64,x', 'data:,x', 'data:;base64,x', 'data:image/svg+xml,<svg>',
])('%j runs', (address) => expect(isRunningAddress(address)).toBe(true))

test.each(['https://a.example/javascript:x', 'mailto:a@b.example', 'urn:uuid:x', 'data: what the figures say', 'data', 'javascript', 'see javascript:x', '', '#javascript:x', '日本語'])(
  '%j does not', (address) => expect(isRunningAddress(address)).toBe(false),
)

test('a text of any length is told at once', () => {
  const began = performance.now()
  expect(isRunningAddress(`${'&#'.repeat(2_000_000)}`)).toBe(false)
  expect(isRunningAddress(`${' '.repeat(4_000_000)}javascript:x`)).toBe(false)
  expect(performance.now() - began).toBeLessThan(1_000)
})
