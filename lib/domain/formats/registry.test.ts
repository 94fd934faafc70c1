import { describe, expect, test } from 'vitest'
import { guessFormat } from './guess-format'
import { formatAccepted, formatIn, formatOut, formats, formatsIn, formatsOut } from './registry'

test('the formats that leave and come in', () => {
  expect(formatsOut.map(({ name }) => name)).toEqual(['w3c', 'jsonl', 'csv', 'html', 'webanno', 'ptc'])
  expect(formatsIn.map(({ name }) => name)).toEqual(['w3c', 'jsonl', 'csv', 'ptc', 'hypothesis'])
  expect(new Set(formats.map(({ name }) => name)).size).toBe(formats.length)
  expect([formatOut('csv')?.extension, formatOut('hypothesis'), formatIn('html')]).toEqual(['csv', null, null])
})

describe('Accept', () => {
  const cases: [string, string | null][] = [
    ['text/csv', 'csv'],
    ['text/csv;q=0.5, text/html', 'html'],
    ['text/csv, text/html', 'csv'],
    ['*/*', 'w3c'],
    ['text/*', 'csv'],
    ['text/*;q=0.1, application/jsonl', 'jsonl'],
    ['text/csv;q=0, text/*', 'html'],
    ['text/tab-separated-values', 'webanno'],
    ['APPLICATION/LD+JSON; profile="http://www.w3.org/ns/anno.jsonld"', 'w3c'],
    ['image/png', null],
    ['text/csv;q=x', null],
    ['', null],
  ]
  test.each(cases)('%s', (accept, name) => expect(formatAccepted(accept)?.name ?? null).toBe(name))
})

describe('guessing', () => {
  const cases: [string, string, string | null][] = [
    ['flags.csv', '', 'csv'],
    ['flags.CSV', '\uFEFF"id","source"', 'csv'],
    ['', 'quote,label\npier,doubt', 'csv'],
    ['', '"quote";"label"', 'csv'],
    ['article1.labels.tsv', '1\tDoubt\t3\t4\n', 'ptc'],
    ['', '\n1\tDoubt\t3\t4\n', 'ptc'],
    ['x.json', '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationCollection"}', 'w3c'],
    ['', '[{"type":"Annotation"}]', 'w3c'],
    ['x.jsonl', '{"type":"Annotation"}', 'jsonl'],
    ['', '{"type":"Annotation"}\n{"type":"Annotation"}', 'jsonl'],
    ['x.json', '{"total":1,"rows":[{"uri":"https://a.example"}]}', 'hypothesis'],
    ['x.json', '{"export_date":"2024","export_userid":"acct:a@b"}', 'hypothesis'],
    ['x.json', '[{"id":"1","uri":"https://a.example"}]', 'hypothesis'],
    ['notes.txt', 'Dear all', null],
    ['', '', null],
  ]
  test.each(cases)('%s %s', (file, begin, name) => expect(guessFormat(file, begin)).toBe(name))
})
