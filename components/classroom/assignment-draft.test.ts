import { expect, test } from 'vitest'
import { assignmentIn } from '@/lib/domain/classroom/assignment'
import { chosenPreset, formOf, newDraft, presetOf, presets } from './assignment-draft'

const zone = 'Asia/Taipei'
const now = Date.parse('2026-11-23T17:00:00Z')

test.each(presets)('what begins with the preset %s can be set as it is', (preset) => {
  const form = formOf({ ...newDraft('Who says so?'), ...presetOf(preset, now, zone) })
  expect(assignmentIn(zone).safeParse(form).success).toBe(true)
})

test('homework is due at the end of the day in a week, on the clock of the class', () => {
  expect(presetOf('homework', now, zone).due).toBe('2026-12-01T23:59')
})

test('empty fields ask for nothing; what is no number is refused where it stands', () => {
  const draft = { ...newDraft('A'), flags: '', points: 'ten', groupSize: '' }
  expect(formOf(draft)).toMatchObject({ groupSize: null, requirement: { flags: 0 } })
  const read = assignmentIn(zone).safeParse(formOf(draft))
  expect(read.error?.issues.map(({ path }) => path.join('.'))).toEqual(['points'])
})

test.each(presets)('the preset %s shows as chosen until something of it is changed', (preset) => {
  const draft = { ...newDraft('Who says so?'), ...presetOf(preset, now, zone) }
  expect(chosenPreset(draft)).toBe(preset)
  expect(chosenPreset({ ...draft, title: 'Another', points: '3' })).toBe(preset)
  expect(chosenPreset({ ...draft, flags: '17' })).toBeNull()
})
