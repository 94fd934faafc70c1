import { expect, test } from 'vitest'
import type { Viewer } from '@/lib/domain/viewer'
import { countSeats } from './live-seats'

const out: Viewer = { kind: 'signed-out' }
const person = (id: number): Viewer => ({ kind: 'user', id: String(id), name: 'A', role: 'member' })
const taken = (seats: ReturnType<typeof countSeats>, viewers: Viewer[], address: (at: number) => string) =>
  viewers.filter((viewer, at) => seats.take(viewer, address(at)) !== null).length

test('strangers from however many addresses leave half of the seats to people who are signed in', () => {
  const seats = countSeats({ person: 2, address: 4, client: 100, process: 20 })
  expect(taken(seats, Array<Viewer>(50).fill(out), (at) => `192.0.2.${at}`)).toBe(10)
  expect(taken(seats, Array.from({ length: 50 }, (_, at) => person(at)), (at) => `192.0.2.${at}`)).toBe(10)
})

test('one address has its share, however many accounts are behind it, and gets back what it gives back', () => {
  const seats = countSeats({ person: 2, address: 4, client: 6, process: 20 })
  expect(taken(seats, Array<Viewer>(5).fill(out), () => 'a')).toBe(4)
  const back = seats.take(person(1), 'a')
  expect(taken(seats, [person(2), person(3)], () => 'a')).toBe(1)
  back?.()
  expect(taken(seats, [person(3), person(3), person(4)], (at) => (at === 1 ? 'b' : 'a'))).toBe(2)
  expect(taken(seats, [person(3), person(4)], () => 'b')).toBe(1)
})
