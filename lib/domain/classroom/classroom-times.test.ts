import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gates, isOpen, type GateRule, type OwnWork } from './gate'
import { progressOf } from './requirement'
import { mayTakeBack, shutBecause, workState } from './work-state'
import { isTimeZone, momentOf, shiftDays, wallTime, zonedIso } from './zoned-time'

const utc = (text: string) => Date.parse(`${text}Z`)

describe('a clock on the wall', () => {
  it.each([
    ['2026-11-23T14:00', 'Asia/Taipei', '2026-11-23T06:00'],
    ['2026-07-01T09:00', 'America/New_York', '2026-07-01T13:00'],
    ['2026-12-01T09:00', 'America/New_York', '2026-12-01T14:00'],
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30'],
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30'],
    ['2026-04-05T02:15', 'Australia/Lord_Howe', '2026-04-04T15:45'],
    ['2026-01-01T00:00', 'Pacific/Kiritimati', '2025-12-31T10:00'],
    ['2026-06-01T12:00', 'Asia/Kathmandu', '2026-06-01T06:15'],
  ])('%s in %s is %s UTC', (wall, zone, moment) => {
    expect(new Date(momentOf(wall, zone)!).toISOString().slice(0, 16)).toBe(moment)
  })

  it.each(['2026-02-30T10:00', '2026-13-01T10:00', '2026-01-01', '2026-01-01T25:00', 'soon'])('%s is no time', (wall) => {
    expect(momentOf(wall, 'Asia/Taipei')).toBeNull()
  })

  it('shows the moment it was read from, but for what clocks skip', () => {
    const zone = fc.constantFrom('Asia/Taipei', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Sao_Paulo')
    const minute = fc.integer({ min: utc('2020-01-01T00:00') / 60_000, max: utc('2035-01-01T00:00') / 60_000 })
    fc.assert(fc.property(minute, zone, (minutes, at) => {
      const wall = wallTime(minutes * 60_000, at)
      expect(wallTime(momentOf(wall, at)!, at)).toBe(wall)
    }))
  })

  it('a date shifted over the change of clocks keeps its hour', () => {
    const due = momentOf('2026-03-20T08:00', 'Europe/Berlin')!
    expect(wallTime(shiftDays(due, 14, 'Europe/Berlin'), 'Europe/Berlin')).toBe('2026-04-03T08:00')
  })

  it('knows zones from other words', () => expect(['Asia/Taipei', 'Nowhere/Atlantis', ''].map(isTimeZone)).toEqual([true, false, false]))
})

describe('the gate', () => {
  const rule = (gate: GateRule['gate'], more: Partial<GateRule> = {}): GateRule => ({ gate, flags: 3, due: 100, revealed: null, ...more })
  const own = (more: Partial<OwnWork> = {}): OwnWork => ({ submitted: null, flags: 0, ...more })
  it.each<[string, GateRule, OwnWork, number, boolean]>([
    ['open is open', rule('open'), own(), 0, true],
    ['not before handing in', rule('own-submission'), own({ flags: 9 }), 500, false],
    ['after handing in', rule('own-submission'), own({ submitted: 5 }), 6, true],
    ['not with too few flags', rule('own-flags'), own({ flags: 2, submitted: 5 }), 500, false],
    ['with enough flags', rule('own-flags'), own({ flags: 3 }), 0, true],
    ['not before it is due', rule('due'), own({ submitted: 5 }), 99, false],
    ['when it is due', rule('due'), own(), 100, true],
    ['never where nothing is due', rule('due', { due: null }), own({ submitted: 5 }), 9_999, false],
    ['not before the teacher reveals', rule('reveal'), own({ submitted: 5, flags: 9 }), 9_999, false],
  ])('%s', (_name, of, mine, now, open) => expect(isOpen(of, mine, now)).toBe(open))

  it('a reveal opens every gate from its moment on', () => {
    for (const gate of gates) expect(isOpen(rule(gate, { revealed: 50 }), own(), 50)).toBe(true)
    expect(isOpen(rule('reveal', { revealed: 50 }), own(), 49)).toBe(false)
  })
})

describe('work', () => {
  const schedule = { opens: 10, due: 100, lateUntil: 200 }
  const none = { started: null, submitted: null }
  it.each([
    [none, 'not-started'], [{ started: 20, submitted: null }, 'started'], [{ started: 20, submitted: 100 }, 'submitted'],
    [{ started: 20, submitted: 101 }, 'late'],
  ])('%j is %s', (work, state) => expect(workState(work, schedule)).toBe(state))

  it.each([
    [9, none, 'not-yet-open'], [10, none, null], [150, none, null], [200, none, null], [201, none, 'over'],
    [50, { started: 20, submitted: 40 }, 'handed-in'],
  ] as const)('at %d', (now, work, because) => expect(shutBecause(schedule, work, now)).toBe(because))

  it('without time for late work it is over when it is due', () => {
    expect(shutBecause({ ...schedule, lateUntil: null }, none, 101)).toBe('over')
    expect(shutBecause({ opens: null, due: null, lateUntil: null }, none, 1e12)).toBeNull()
  })

  it('can be taken back until it is due', () => {
    const done = { started: 20, submitted: 40 }
    expect([mayTakeBack(schedule, done, 100), mayTakeBack(schedule, done, 101), mayTakeBack(schedule, none, 50)]).toEqual([true, false, false])
  })
})

it('a flag with labels of two dimensions counts in both, and once in all', () => {
  const requirement = { flags: 3, dimensions: { sourcing: 1, statement: 0, framing: 2 } }
  const flags = [{ labels: [{ dimension: 'framing' as const, label: 'doubt' }, { dimension: 'sourcing' as const, label: 'expert' }] }]
  expect(progressOf(requirement, flags)).toEqual([
    { of: null, wanted: 3, done: 1, met: false },
    { of: 'sourcing', wanted: 1, done: 1, met: true },
    { of: 'framing', wanted: 2, done: 1, met: false },
  ])
})

it.each([
  ['2026-12-01T03:54:07.890Z', 'Asia/Taipei', '2026-12-01T11:54:07+08:00'], ['2026-07-01T12:00:00Z', 'America/St_Johns', '2026-07-01T09:30:00-02:30'],
  ['2026-12-31T23:30:00Z', 'Europe/Berlin', '2027-01-01T00:30:00+01:00'], ['2026-03-29T01:00:00Z', 'Europe/Berlin', '2026-03-29T03:00:00+02:00'], ['2026-01-01T00:00:00Z', 'UTC', '2026-01-01T00:00:00+00:00'],
])('%s in %s is %s, the same moment', (moment, zone, told) => {
  expect(zonedIso(Date.parse(moment), zone)).toBe(told)
  expect(Math.floor(Date.parse(told) / 1000)).toBe(Math.floor(Date.parse(moment) / 1000))
})
