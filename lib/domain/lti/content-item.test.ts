import { expect, test } from 'vitest'
import { contentItem, contentItemOf } from './content-item'

const all = { lineItem: true, window: true }
const choice = { id: 'f3e1', title: '誰說的?', points: 10, opens: Date.UTC(2026, 10, 1), due: Date.UTC(2026, 10, 8, 4) }

test('an assignment becomes a link with its dates and a place for its points', () => {
  const item = contentItemOf(choice, 'https://gloss.example/lti/launch', all)
  expect(item).toEqual({
    type: 'ltiResourceLink',
    title: '誰說的?',
    url: 'https://gloss.example/lti/launch',
    custom: { assignment: 'f3e1' },
    window: { targetName: '_blank' },
    lineItem: { label: '誰說的?', scoreMaximum: 10, resourceId: 'f3e1' },
    available: { startDateTime: '2026-11-01T00:00:00.000Z' },
    submission: { endDateTime: '2026-11-08T04:00:00.000Z' },
  })
  expect(contentItem.parse(JSON.parse(JSON.stringify(item)))).toEqual(item)
})

test.each([
  ['the platform takes none', choice, { lineItem: false, window: true }],
  ['there are no points to give', { ...choice, points: 0 }, all],
])('no line item where %s', (_why, of, takes) => {
  expect(contentItemOf(of, 'https://gloss.example/lti/launch', takes)).not.toHaveProperty('lineItem')
})

test('dates that are not set are not told', () => {
  const item = contentItemOf({ ...choice, opens: null, due: null }, 'https://gloss.example/lti/launch', all)
  expect(Object.keys(item)).toEqual(['type', 'title', 'url', 'custom', 'window', 'lineItem'])
})

test('no window where the platform opens none', () => {
  expect(contentItemOf(choice, 'https://gloss.example/lti/launch', { lineItem: true, window: false })).not.toHaveProperty('window')
})
