import { beforeEach, expect, test, vi } from 'vitest'
import { removeOverdue } from './browser-store'
import { draftsOf, forgetOwner, keepsForOthers, keptBy, writesOf } from './owner'
import { unsavedOf } from './unsaved'

const [ada, ben] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222']
const day = 86_400_000

/** As much of a browser's storage as is used: its items are its own properties. */
class MemoryStorage {
  getItem = (name: string): string | null => (this as unknown as Record<string, string>)[name] ?? null
  setItem = (name: string, value: string) => void Object.assign(this, { [name]: value })
  removeItem = (name: string) => void Reflect.deleteProperty(this, name)
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 })
  vi.stubGlobal('localStorage', new MemoryStorage())
  vi.stubGlobal('sessionStorage', new MemoryStorage())
  return () => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  }
})

test('what is kept for one person is never read, listed, counted or removed as another’s', () => {
  keptBy(ada, 'form').write('grade', 'words on a student’s work')
  draftsOf('layer', ada).write('flag', 'a note')
  writesOf('layer', ada).write('flag', 'a flag')
  expect(keptBy(ben, 'form').read('grade')).toBeNull()
  expect([keptBy(ben, 'form').names(), draftsOf('layer', ben).names(), writesOf('layer', ben).names()]).toEqual([[], [], []])
  expect(unsavedOf(ben)).toBeNull()
  forgetOwner(ben)
  expect(unsavedOf(ada)).toEqual({ flags: 1, notes: 1, texts: 1 })
  expect([keepsForOthers(ben), keepsForOthers(ada)]).toEqual([true, false])
})

test('who leaves leaves nothing, and takes nothing of others along', () => {
  keptBy(ada, 'edit').write('article', 'an edit')
  keptBy(ada, 'preference').write('snap', false)
  keptBy(ben, 'new-article').write('form', 'an article')
  forgetOwner(ada)
  expect(Object.keys(localStorage).filter((name) => name.startsWith('gloss:'))).toEqual([`gloss:new-article:${ben}:form`])
})

test('a preference is no work that is lost', () => {
  keptBy(ada, 'preference').write('snap', false)
  expect([unsavedOf(ada), keepsForOthers(ben)]).toEqual([null, false])
})

test('words wait thirty days for their owner', () => {
  keptBy(ada, 'form').write('grade', 'words')
  keptBy(ada, 'preference').write('keys', false)
  vi.advanceTimersByTime(30 * day)
  removeOverdue(() => localStorage)
  expect(keptBy(ada, 'form').read('grade')).toBe('words')
  vi.advanceTimersByTime(1)
  expect(keptBy(ada, 'form').read('grade')).toBeNull()
  removeOverdue(() => localStorage)
  expect(keptBy(ada, 'form').names()).toEqual([])
  expect(keptBy(ada, 'preference').read('keys')).toBe(false)
})

test('of what earlier versions kept, the flags with an owner go on waiting and the rest is removed', () => {
  for (const name of ['gloss:draft:layer:flag', 'gloss:new-article:form', 'gloss:edit:article', 'gloss:reader:snap', `gloss:write:layer:${ada}:flag`]) {
    localStorage.setItem(name, '{"old":true}')
  }
  removeOverdue(() => localStorage)
  expect(Object.keys(localStorage).filter((name) => name.startsWith('gloss:'))).toEqual([`gloss:write:layer:${ada}:flag`])
  expect(writesOf('layer', ada).read('flag')).toEqual({ old: true })
  vi.advanceTimersByTime(31 * day)
  expect(writesOf('layer', ada).read('flag')).toBeNull()
})

test.each(['', '{', 'null', '"words"', '{"at":"x","value":1}'])('what is no value of ours (%j) breaks nothing', (stored) => {
  localStorage.setItem(`gloss:form:${ada}:grade`, stored)
  expect(() => keptBy(ada, 'form').read('grade')).not.toThrow()
  removeOverdue(() => localStorage)
  expect(keptBy(ada, 'form').names()).toEqual([])
})
