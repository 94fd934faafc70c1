import { randomUUID } from 'node:crypto'
import { createArticle } from '@/lib/server/articles'
import { createAnnotation, deleteAnnotation } from '@/lib/server/annotations'
import { saveRevision } from '@/lib/server/revisions'
import { readArticle } from '@/lib/server/articles'
import { test } from '../support/sign-in'

test('look', async ({ page, browser, signIn }) => {
  const t0 = Date.now(); const log = (w: string) => console.log(w, Date.now() - t0)
  const ada = await signIn({ name: 'Ada' })
  log('signed in')
  const viewer = { kind: 'user' as const, id: ada.id, name: ada.name, role: 'member' as const }
  const words = Array.from({ length: 12 }, (_, i) => `Paragraph ${i} says that the bridge is safe. `.repeat(6).trim())
  const made = await createArticle(viewer, { details: { title: `Bridge ${randomUUID()}`, byline: null, siteName: null, sourceUrl: null, language: 'en', publishedAt: null, visibility: 'public' }, content: { format: 'markdown', body: words.join('\n\n') } })
  if (!made.ok) throw new Error('x')
  const { id, slug } = made.value
  const view = (await readArticle(viewer, slug))!
  log('made')
  const flag = async (at: number) => {
    const aid = randomUUID()
    const quote = [...view.revision.text].slice(at, at + 20).join('')
    const r = await createAnnotation(viewer, { id: aid, layerId: view.layer.id, revision: 1, target: { start: at, end: at + 20 }, quote, labels: [{ dimension: 'framing', label: 'loaded-language' }], note: null, evidence: [], confidence: null, sourceName: null })
    if (!r.ok) throw new Error(JSON.stringify(r.problems))
    return aid
  }
  await flag(0); await flag(300)
  log('flagged')
  const wide = await (await browser.newContext({ baseURL: process.env.E2E_BASE_URL2, viewport: { width: 1300, height: 800 } })).newPage()
  const phone = await (await browser.newContext({ baseURL: process.env.E2E_BASE_URL, viewport: { width: 390, height: 780 } })).newPage()
  for (const p of [wide, phone]) { const s = p.waitForResponse((r) => r.url().includes('/events?')); await p.goto(`/articles/${slug}`); log('goto'); await s; log('stream') }
  await wide.getByText('1 other is reading').waitFor(); log('presence')
  await flag(600); log('flag'); const third = await flag(900); await flag(1200)
  await wide.getByRole('button', { name: /new/ }).first().waitFor(); log('seen wide')
  await phone.getByRole('button', { name: /new/ }).first().waitFor(); log('seen phone')
  await wide.waitForTimeout(4500)
  const y = () => wide.evaluate(() => document.querySelector('.article-text')!.getBoundingClientRect().top)
  log(`text top ${await y()}`)
  await wide.screenshot({ path: '/tmp/look-wide.png' }); await phone.screenshot({ path: '/tmp/look-phone.png' })
  await wide.evaluate(() => window.scrollTo(0, 500))
  await wide.screenshot({ path: '/tmp/look-wide-scrolled.png' })
  await wide.getByRole('button', { name: /new/ }).first().click()
  await phone.getByRole('button', { name: /new/ }).first().click()
  await phone.locator('.reader-sheet-handle').click()
  await deleteAnnotation(viewer, third)
  await wide.context().setOffline(true)
  await saveRevision(viewer, id, { baseRevision: 1, document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words.join(' ') }] }] } }); log('saved')
  await phone.getByText('A newer version').waitFor(); log('newer')
  await wide.waitForTimeout(4000)
  await wide.screenshot({ path: '/tmp/look-wide-off.png' }); await phone.screenshot({ path: '/tmp/look-phone-newer.png' })
  await wide.context().setOffline(false); await wide.getByText('A newer version').waitFor(); log('back')
})
