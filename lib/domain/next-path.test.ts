import { describe, expect, it } from 'vitest'
import { home, nextPath, pathWithNext } from './next-path'

describe('the path after signing in', () => {
  it.each([
    '/articles/the-ferry', '/articles/渡輪停航', '/articles/x?from=3&to=9#p4', '/', '/library?q=%E6%B8%AF', '/settings',
    '/sign-in-sheet', '/articles/x?next=//evil.example',
  ])('keeps %s', (wish) => expect(nextPath(wish)).toBe(wish))

  it.each([
    undefined, null, 7, '', 'articles', 'https://evil.example', 'https:evil.example', 'javascript:alert(1)', '//evil.example',
    '///evil.example', '/\\evil.example', '\\\\evil.example', '/\t/evil.example', '/\n/evil.example', '\t//evil.example',
    ' /library', '/a b', '/a\u0000b', '/..//evil.example', '/x/../..//evil.example', '/./', '/x//y', '/%2e%2e//x', '/%2E%2e/x',
    '/\u202Ex', '/sign-in', '/sign-in?next=/sign-in', '/SIGN-IN', '/sign-up', '/sign-out', '/api/auth/signout', '/_next/data',
    `/${'x'.repeat(2001)}`, ['/library'], { toString: () => '/articles' }, '/\uD800',
  ])('refuses %j', (wish) => expect(nextPath(wish)).toBe(home))

  it('is carried from page to page', () => {
    expect(pathWithNext('/sign-up', '/articles/x?y=1')).toBe('/sign-up?next=%2Farticles%2Fx%3Fy%3D1')
    expect(pathWithNext('/sign-in', '//evil.example')).toBe('/sign-in')
    expect(pathWithNext('/sign-in/code', '/assignments/x')).toBe('/sign-in/code?next=%2Fassignments%2Fx')
  })

  it('is another page where people begin elsewhere', () => {
    expect(nextPath('//evil.example', '/classes')).toBe('/classes')
  })
})
