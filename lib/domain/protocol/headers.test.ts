import { describe, expect, test } from 'vitest'
import { chooseType } from './accept'
import { passesIfMatch, passesIfNoneMatch } from './entity-tag'
import { headerList } from './header-list'
import { preferenceApplied, preferenceOf } from './preference'
import { jsonTypes } from './vocabulary'

describe('a list in a header', () => {
  test.each<[header: string, elements: [string, Record<string, string>][]]>([
    ['', []],
    [' , ,', []],
    ['a, b', [['a', {}], ['b', {}]]],
    ['a;q=0.5;Q=1', [['a', { q: '0.5' }]]],
    ['a ; X = "1, \\"2\\"; 3" , b', [['a', { x: '1, "2"; 3' }], ['b', {}]]],
    ['a;flag;=1', [['a', { flag: '' }]]],
    ['a;x="never closed, b', [['a', { x: '"never closed, b' }]]],
  ])('%s', (header, elements) => {
    expect(headerList(header).map(({ value, parameters }) => [value, Object.fromEntries(parameters)])).toEqual(elements)
  })

  test('is read in linear time', () => {
    const long = '"\\,;'.repeat(50_000)
    const before = Date.now()
    headerList(long)
    expect(Date.now() - before).toBeLessThan(500)
  })
})

describe('the type to answer with', () => {
  const page = ['text/html', ...jsonTypes] as const
  test.each<[accept: string | null, type: string | null]>([
    [null, 'application/ld+json'],
    ['', 'application/ld+json'],
    ['*/*', 'application/ld+json'],
    ['application/*', 'application/ld+json'],
    ['application/json', 'application/json'],
    ['APPLICATION/JSON', 'application/json'],
    ['application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', 'application/ld+json'],
    ['application/ld+json; profile="http://example.org/mine, http://example.org/yours"', 'application/ld+json'],
    ['application/json, application/ld+json;q=0.9', 'application/json'],
    ['application/json;q=0.9, */*;q=0.1', 'application/json'],
    ['application/ld+json;q=0, */*', 'application/json'],
    ['application/json;q=2', 'application/json'],
    ['text/turtle', null],
    ['text/html,application/xhtml+xml', null],
    ['application/ld+json;q=0', null],
    ['*/*;q=0.0', null],
    ['nonsense', null],
  ])('of annotations under Accept: %s', (accept, type) => {
    expect(chooseType(accept, jsonTypes)).toBe(type)
  })

  test.each([
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
    ['*/*', 'text/html'],
    ['application/ld+json, text/html;q=0.5', 'application/ld+json'],
    ['application/json', 'application/json'],
  ])('of what is also a page under Accept: %s', (accept, type) => {
    expect(chooseType(accept, page)).toBe(type)
  })
})

describe('a preference', () => {
  const iris = 'http://www.w3.org/ns/oa#PreferContainedIRIs'
  const descriptions = 'http://www.w3.org/ns/oa#PreferContainedDescriptions'
  const minimal = 'http://www.w3.org/ns/ldp#PreferMinimalContainer'
  const none = { items: null, minimal: false }
  test.each<[prefer: string | null, preference: ReturnType<typeof preferenceOf>]>([
    [null, none],
    ['', none],
    ['respond-async, wait=100', none],
    ['return=minimal', none],
    [`return=minimal; include="${iris}"`, none],
    [`include="${iris}"`, none],
    ['return=representation', none],
    [`return=representation;include="${iris}"`, { items: 'iris', minimal: false }],
    [`Return = "representation" ; Include = "${descriptions}"`, { items: 'descriptions', minimal: false }],
    [`handling=lenient, return=representation; include="${minimal}"`, { items: null, minimal: true }],
    [`return=representation;include="${minimal}  ${iris}"`, { items: 'iris', minimal: true }],
    [`return=representation;omit="http://www.w3.org/ns/ldp#PreferContainment"`, { items: null, minimal: true }],
    [`return=representation;include="${iris} ${descriptions}"`, 'clash'],
    [`return=representation;include="http://example.org/unknown"`, none],
    [`return=representation;include="${iris}", return=minimal`, { items: 'iris', minimal: false }],
  ])('%s', (prefer, preference) => {
    expect(preferenceOf(prefer)).toEqual(preference)
  })

  test('is confirmed where there was one', () => {
    expect(preferenceApplied(none)).toBeNull()
    expect(preferenceApplied({ items: 'iris', minimal: false })).toBe('return=representation')
  })
})

test.each<[header: string | null, ifMatch: boolean, ifNoneMatch: boolean]>([
  [null, true, true],
  ['*', true, false],
  ['"a"', true, false],
  ['"b"', false, true],
  ['"b", "a"', true, false],
  ['W/"a"', false, false],
  ['a', false, true],
  ['', false, true],
])('the tag "a" under If-Match or If-None-Match: %s', (header, ifMatch, ifNoneMatch) => {
  expect([passesIfMatch(header, '"a"'), passesIfNoneMatch(header, '"a"')]).toEqual([ifMatch, ifNoneMatch])
})
