import type { APIRequestContext } from '@playwright/test'
import { systemViewer } from '@/lib/domain/viewer'
import { makeToken } from '@/lib/server/tokens'
import { newArticle, newFlag, type Piece } from '../support/journey'
import { cardOn, clickOn, marginOf, openArticle, painted } from '../support/reading'
import { expect, newPerson, test, type Person } from '../support/sign-in'

/** Comments by another tool, through the door for machines; `quote` null is about the article as a whole. */
async function comment(request: APIRequestContext, { id }: Person, piece: Piece, quote: string | null, words: string) {
  const token = await makeToken(systemViewer, id, { name: 'test', scope: 'write', days: null })
  if (!token.ok) throw new Error(JSON.stringify(token.problems))
  const source = new URL(`/articles/${piece.slug}`, test.info().project.use.baseURL).href
  const target = quote === null ? source : { source, selector: { type: 'TextQuoteSelector', exact: quote } }
  const made = await request.post(`/api/v1/layers/${piece.layerId}/annotations/`, {
    headers: { 'content-type': 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', authorization: `Bearer ${token.value.token}` },
    data: { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', body: { type: 'TextualBody', value: words }, target },
  })
  expect(made.status()).toBe(201)
}

test('a comment from elsewhere without a label is painted, listed with its words, and can be filtered', async ({ page, request }) => {
  const person = await newPerson({ name: 'Ada Tool' })
  const piece = await newArticle(person)
  await newFlag(person, piece, 'closed the old ferry pier', ['statement:opinion'])
  await comment(request, person, piece, 'called it a disgrace', 'Who said that?')
  await openArticle(page, piece.slug)
  await expect.poll(async () => (await painted(page))['plain-1']).toEqual(['called it a disgrace'])
  await expect(cardOn(page, 'called it a disgrace')).toContainText(/Without a label.*Who said that\?/s)
  await clickOn(page, 'called it a disgrace')
  await expect(marginOf(page).getByRole('button', { name: /^Highlight by Ada Tool on “called it a disgrace”/ })).toHaveAttribute('aria-pressed', 'true')

  await marginOf(page).getByRole('combobox', { name: 'Label' }).selectOption({ label: 'Without a label (1)' })
  await expect(marginOf(page).getByText('1 of 2 flags')).toBeVisible()
  await expect(cardOn(page, 'closed the old ferry pier')).toBeHidden()
  await marginOf(page).getByRole('button', { name: 'Show all' }).click()
  await page.getByRole('button', { name: /^Without a label\s*1$/ }).click()
  await expect(cardOn(page, 'called it a disgrace')).toBeHidden()
  await expect.poll(async () => (await painted(page))['plain-1'] ?? []).toEqual([])
})

test('what is about the whole article stands at the head of the margin and on no words of the text', async ({ page, request }) => {
  const person = await newPerson({ name: 'Ada Tool' })
  const piece = await newArticle(person)
  await comment(request, person, piece, null, 'A careful report.')
  await openArticle(page, piece.slug)
  const group = page.getByRole('region', { name: 'About the whole article' })
  await expect(group).toContainText('A careful report.')
  expect(Object.values(await painted(page)).flat()).toEqual([])
  await expect(marginOf(page).getByText('1 of 1 flag')).toBeVisible()
  await group.getByRole('button', { name: /^Comment by Ada Tool on the whole article/ }).click()
  await expect(group.getByRole('button', { name: /^Comment by/ })).toHaveAttribute('aria-pressed', 'true')
})
