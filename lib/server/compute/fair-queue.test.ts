import { expect, test } from 'vitest'
import { fairQueue } from './fair-queue'

/** Adds items such as `a1`, whose first letter is their owner. */
function filled(items: string[], most = 3) {
  const queue = fairQueue<string>()
  return { queue, taken: items.map((item) => queue.add(item.charAt(0), item, most)) }
}
const served = (queue: ReturnType<typeof fairQueue<string>>) => {
  const items: string[] = []
  for (let next = queue.next(); next; next = queue.next()) {
    items.push(next.item)
    queue.done(next.owner)
  }
  return items
}

test('owners take turns, and each has theirs in their order', () => {
  const { queue } = filled(['a1', 'a2', 'a3', 'b1', 'c1', 'b2'])
  expect(served(queue)).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3'])
})

test('one of an owner is under way at a time', () => {
  const { queue } = filled(['a1', 'a2', 'b1'])
  expect([queue.next()?.item, queue.next()?.item, queue.next()]).toEqual(['a1', 'b1', undefined])
  queue.done('b')
  expect(queue.next()).toBeUndefined()
  queue.done('a')
  expect(queue.next()?.item).toBe('a2')
})

test('three of an owner wait beside the one under way, and those of others are taken all the same', () => {
  const { queue, taken } = filled(['a1', 'a2', 'a3', 'a4', 'a5', 'b1'])
  expect(taken).toEqual([true, true, true, true, false, true])
  queue.next()
  expect([queue.add('a', 'a6', 3), queue.add('a', 'a7', 0), queue.add('c', 'c1', 0)]).toEqual([false, false, true])
  expect(served(queue)).toEqual(['b1', 'c1'])
  queue.done('a')
  expect(queue.add('a', 'a8', 3)).toBe(true)
  expect(served(queue)).toEqual(['a2', 'a3', 'a4', 'a8'])
})

test('what is taken back is not served, and its owner keeps nothing', () => {
  const { queue } = filled(['a1', 'a2', 'b1'])
  queue.remove('a', 'a1')
  queue.remove('b', 'b1')
  queue.remove('c', 'c1')
  expect(served(queue)).toEqual(['a2'])
})
