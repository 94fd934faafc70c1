import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listedOn, membersOf, nextPage } from './membership'

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership'

test('a page is read, whatever else stands on it', () => {
  const page = { id: 'x', context: {}, members: [{ user_id: '1', name: 'Mia', email: 'mia@x.example', roles: ['Learner'], lis_person_sourcedid: 7 }, { user_id: '2', status: 'Inactive', roles: [] }, { user_id: '3', status: `${membership}#Active`, roles: ['Instructor', 'Learner'] }] }
  const read = listedOn(page)
  expect(read.ok && membersOf(read.value)).toEqual([{ subject: '1', name: 'Mia', role: 'student' }, { subject: '3', name: null, role: 'teacher' }])
})

test('anything else is refused, never thrown', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => void listedOn(value)))
  fc.assert(fc.property(fc.array(fc.record({ user_id: fc.string(), roles: fc.array(fc.string()), name: fc.jsonValue(), status: fc.string() })), (members) => void listedOn({ members })))
  for (const user_id of ['', 'a\u0000', 7, null, 'x'.repeat(256)]) expect(listedOn({ members: [{ user_id, roles: [] }] }).ok).toBe(false)
})

test.each([
  ['', null], ['<https://a.example/?p=2>; rel="next"', 'https://a.example/?p=2'], ['</x>; rel=next', '/x'], ['<a>; rel="prev", <b>; title="n, <c>"; rel="last NEXT"', 'b'],
  ['<a>; rel="nextish"', null], ['<a>; rel=prev, <b>; rel=next', 'b'], ['rel="next"', null], ['<a>', null], ['<a> ; rel = "next"', 'a'],
])('the next page of %s is %s', (link, next) => expect(nextPage(link)).toBe(next))

test('a link header of any kind is read in no time', () => {
  fc.assert(fc.property(fc.string(), (text) => void nextPage(text)))
  const before = performance.now()
  nextPage(`<${'a'.repeat(30_000)}>${'; a=b'.repeat(6_000)}`)
  nextPage('<a'.repeat(15_000))
  nextPage(`<a>${';'.repeat(30_000)}`)
  nextPage(`<a>${'; rel='.repeat(5_000)}`)
  nextPage(`<a>${'; x="'.repeat(6_000)}`)
  expect(performance.now() - before).toBeLessThan(2_000)
})
