import { systemViewer } from '@/lib/domain/viewer'
import { makeToken } from '@/lib/server/tokens'
import { newArticle } from '../support/journey'
import { expect, newPerson, test, type Person } from '../support/sign-in'

const service = 'http://www.w3.org/ns/oa#annotationService'
const jsonLd = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'

async function tokenOf({ id }: Person): Promise<string> {
  const made = await makeToken(systemViewer, id, { name: 'test', scope: 'write', days: null })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.value.token
}

// The page that plays the tool is one of ours, whose own policy lets it speak to nobody else.
test.use({ bypassCSP: true })
test.describe.configure({ timeout: 120_000 })

test('a tool of another site finds an article’s container, writes into it, and reads what it wrote', async ({ page, baseURL }) => {
  const person = await newPerson()
  const piece = await newArticle(person)
  await page.goto(`/articles/${piece.slug}`)
  const href = await page.locator(`head link[rel="${service}"]`).getAttribute('href')
  expect(href).toBe(`/api/v1/layers/${piece.layerId}/annotations/`)

  // Another port is another site: whatever its pages are told, they are told as strangers, after asking leave.
  await page.goto(`${process.env.E2E_BASE_URL2}/sign-in`)
  const seen = await page.evaluate(
    async ({ container, type, source, token }) => {
      const target = { source, selector: { type: 'TextQuoteSelector', exact: 'a disgrace' } }
      const body = JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', body: { type: 'TextualBody', value: 'Who says so?' }, target })
      const made = await fetch(container, { method: 'POST', headers: { 'content-type': type, authorization: `Bearer ${token}` }, body })
      const location = made.headers.get('location') ?? ''
      const read = await fetch(location, { headers: { accept: type } })
      const etag = read.headers.get('etag') ?? ''
      const gone = await fetch(location, { method: 'DELETE', headers: { 'if-match': etag, authorization: `Bearer ${token}` } })
      const iris = await fetch(container, { headers: { prefer: 'return=representation;include="http://www.w3.org/ns/oa#PreferContainedIRIs"' } })
      return {
        made: made.status, location, etag, allow: read.headers.get('allow'), link: read.headers.get('link'), id: ((await read.json()) as { id: string }).id,
        gone: gone.status, contentLocation: iris.headers.get('content-location'), total: ((await iris.json()) as { total: number }).total,
      }
    },
    { container: `${baseURL}${href}`, type: jsonLd, source: `${baseURL}/articles/${piece.slug}`, token: await tokenOf(person) },
  )
  expect(seen).toMatchObject({
    made: 201, allow: 'GET, HEAD, OPTIONS, PUT, DELETE', link: '<http://www.w3.org/ns/ldp#Resource>; rel="type"', gone: 204, total: 0,
    contentLocation: `${baseURL}${href}?iris=1`,
  })
  expect(seen.id).toBe(seen.location)
  expect(seen.etag).toMatch(/^"[\w-]{27}"$/)
})

test('every address has one form: a container ends in a slash, nothing else does', async ({ request }) => {
  const piece = await newArticle(await newPerson())
  const ask = async (method: string, path: string) => {
    const answer = await request.fetch(path, { method, maxRedirects: 0 })
    return [answer.status(), answer.headers().location?.replace(/^https?:\/\/[^/]+/, '') ?? null]
  }
  const container = `/api/v1/layers/${piece.layerId}/annotations/`
  for (const method of ['GET', 'HEAD', 'OPTIONS']) expect([method, ...(await ask(method, container))]).toEqual([method, 200, null])
  expect(await ask('GET', `${container.slice(0, -1)}?iris=1`)).toEqual([308, `${container}?iris=1`])
  expect(await ask('GET', `${container}?page=first`)).toEqual([200, null])
  expect(await ask('GET', `/articles/${piece.slug}/`)).toEqual([308, `/articles/${encodeURI(piece.slug)}`])
  expect(await ask('GET', '/library/?q=x')).toEqual([308, '/library?q=x'])
  expect(await ask('GET', '/codebooks/reading/1/framing/doubt/')).toEqual([308, '/codebooks/reading/1/framing/doubt'])
  expect(await ask('GET', '/')).toEqual([200, null])
})

test('the address of a label shows people what it means, and tells programs', async ({ page, request }) => {
  await page.goto('/codebooks/reading/1/framing/doubt')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Casting doubt')
  await page.getByRole('link', { name: 'All labels of this codebook' }).click()
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(43)
  // Behind a proxy that ends TLS as well.
  for (const more of [{}, { 'x-forwarded-proto': 'https' }] as Record<string, string>[]) {
    const told = await request.get('/codebooks/reading/1/framing/doubt', { headers: { accept: 'application/ld+json', ...more } })
    expect([told.status(), told.headers()['content-type']]).toEqual([200, 'application/ld+json'])
    expect(await told.json()).toMatchObject({ type: 'Concept', prefLabel: { en: 'Casting doubt' } })
  }
})

test('an import larger than what a page may send arrives whole', async ({ request, baseURL }) => {
  const person = await newPerson()
  const piece = await newArticle(person)
  const one = { type: 'Annotation', body: { type: 'TextualBody', value: 'x'.repeat(9_000) }, target: `${baseURL}/articles/${piece.slug}` }
  const items = Array.from({ length: 1_300 }, () => one)
  const answer = await request.post(`/api/v1/layers/${piece.layerId}/import`, {
    headers: { authorization: `Bearer ${await tokenOf(person)}`, 'content-type': 'application/ld+json' },
    data: JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage', items }),
  })
  expect([answer.status(), await answer.json()]).toEqual([200, { created: 1_300, refused: [] }])
})
