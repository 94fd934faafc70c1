import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvLine, csvRecords, inert, live } from './csv-text'

const read = (text: string) => [...csvRecords(text)].map(({ line, cells, open }) => [line, cells.map(live), ...(open ? ['open'] : [])])

describe('reading', () => {
  const cases: [string, string, unknown[]][] = [
    ['nothing', '', []],
    ['only a byte order mark', '\uFEFF', []],
    ['plain cells', 'a,b\nc,d', [[1, ['a', 'b']], [2, ['c', 'd']]]],
    ['CRLF and a byte order mark', '\uFEFFa,b\r\nc,d\r\n', [[1, ['a', 'b']], [2, ['c', 'd']]]],
    ['CR alone', 'a,b\rc,d', [[1, ['a', 'b']], [2, ['c', 'd']]]],
    ['a quoted cell of several lines', 'a,"x\r\ny ""z"""\nc,d', [[1, ['a', 'x\r\ny "z"']], [3, ['c', 'd']]]],
    ['semicolons', 'a;b\n"x;y";d', [[1, ['a', 'b']], [2, ['x;y', 'd']]]],
    ['tabs', 'a\tb\nc,d\te', [[1, ['a', 'b']], [2, ['c,d', 'e']]]],
    ['empty lines and empty cells', 'a,b\n\n,\n', [[1, ['a', 'b']], [3, ['', '']]]],
    ['a quotation mark never closed', 'a,b\n"c,d\ne', [[1, ['a', 'b']], [2, ['c,d\ne'], 'open']]],
    ['words behind a closed quotation mark', '"a"b,c', [[1, ['ab', 'c']]]],
    ['a comma at the end', 'a,', [[1, ['a', '']]]],
  ]
  test.each(cases)('%s', (_, text, records) => expect(read(text)).toEqual(records))

  test('a line of six million characters is read before the test’s time is up', () => {
    expect(read(`a,b\n${'x'.repeat(3_000_000)},"${'"",'.repeat(1_000_000)}"`)).toHaveLength(2)
  })
})

describe('formulas', () => {
  const cases: [string, string][] = [
    ['=1+1', "'=1+1"],
    ['+49', "'+49"],
    ['-', "'-"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    ['\r=1', "'\r'=1"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ['a;=1', "a;'=1"],
    ['a\n-b', "a\n'-b"],
    ['a = b, - c', 'a = b, - c'],
    ["'quoted'", "'quoted'"],
    ['', ''],
  ]
  test.each(cases)('%j is written %j', (cell, written) => {
    expect(inert(cell)).toBe(written)
    expect(live(written)).toBe(cell)
  })
})

test('what is written is read again, whatever it is', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', "'", '"', ',', ';', '|', '＝', 'a', ' ', '𠮷'), maxLength: 12 }),
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const file = rows.map(csvLine).join('')
      expect([...csvRecords(file)].map(({ cells }) => cells.map(live))).toEqual(rows)
    }),
  )
})

test('no cell begins as a formula, for whichever sign a spreadsheet splits cells at', () => {
  const text = fc.string({ unit: fc.constantFrom('=', '-', '@', ',', ';', '\t', '|', '"', '\n', "'", 'a'), maxLength: 20 })
  fc.assert(
    fc.property(text, (cell) => {
      for (const part of csvLine([cell, 'b']).split(/[,;|\t\r\n]/)) expect(part.replace(/^"+/, '')).not.toMatch(/^[=+\-@＝＋－＠]/)
    }),
  )
})
