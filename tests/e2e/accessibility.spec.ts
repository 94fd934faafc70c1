import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { newArticle, newFlag, onlyFlag, type Piece } from '../support/journey'
import { drag, paletteOf, readyToFlag } from '../support/reading'
import { press } from '../support/press'
import { enter, expect, newPerson, test } from '../support/sign-in'

type Scene = { article: Piece; bare: Piece }
/** A page by its path, or how to bring one about; `as` says who looks. */
type Shown = { name: string; as: 'reader' | 'signed-out'; at: (scene: Scene) => string; then?: (page: Page) => Promise<void>; status?: number }

const quote = 'called it a disgrace'
const pages: Shown[] = [
  { name: 'the front page', as: 'signed-out', at: () => '/' },
  { name: 'the library', as: 'reader', at: () => '/library' },
  { name: 'a search without results', as: 'signed-out', at: () => '/library?q=nothing+has+these+words' },
  { name: 'signing in', as: 'signed-out', at: () => '/sign-in?next=/library' },
  { name: 'signing up', as: 'signed-out', at: () => '/sign-up' },
  { name: 'a forgotten password', as: 'signed-out', at: () => '/forgot-password' },
  { name: 'a new password', as: 'signed-out', at: () => '/reset-password?token=none' },
  { name: 'confirming an address', as: 'signed-out', at: () => '/verify-email?token=none' },
  { name: 'the settings', as: 'reader', at: () => '/settings' },
  { name: 'the developers’ page', as: 'signed-out', at: () => '/developers' },
  { name: 'a new article', as: 'reader', at: () => '/articles/new' },
  { name: 'the editor', as: 'reader', at: ({ article }) => `/articles/${article.slug}/edit`, then: (page) => expect(page.getByRole('toolbar')).toBeVisible() },
  { name: 'an article signed out', as: 'signed-out', at: ({ article }) => `/articles/${article.slug}` },
  { name: 'an article with a card open', as: 'reader', at: ({ article }) => `/articles/${article.slug}`, then: openCard },
  { name: 'an article with the palette open', as: 'reader', at: ({ article }) => `/articles/${article.slug}`, then: openPalette },
  { name: 'an article with its help open', as: 'reader', at: ({ article }) => `/articles/${article.slug}`, then: openHelp },
  { name: 'the summary', as: 'signed-out', at: ({ article }) => `/articles/${article.slug}/summary` },
  { name: 'a summary of nothing', as: 'reader', at: ({ bare }) => `/articles/${bare.slug}/summary` },
  { name: 'an article without flags', as: 'reader', at: ({ bare }) => `/articles/${bare.slug}` },
  { name: 'an address with nothing', as: 'reader', at: () => '/articles/no-such-article', status: 404 },
]

async function readable(page: Page): Promise<void> {
  await expect(page.getByRole('group').getByRole('button').filter({ hasText: /\d/ }).first()).toBeVisible()
}

async function openCard(page: Page): Promise<void> {
  await readable(page)
  const card = page.getByRole('complementary').getByRole('listitem').first()
  await card.getByRole('button').first().click()
  await expect(card.getByRole('button', { pressed: true })).toBeVisible()
}

async function openPalette(page: Page): Promise<void> {
  await readable(page)
  await page.getByRole('article').focus()
  await press(page, 'ArrowDown', 'Enter')
  await expect(page.getByRole('dialog')).toBeFocused()
  await press(page, 'n')
  await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeVisible()
}

async function openHelp(page: Page): Promise<void> {
  await readable(page)
  await page.getByRole('article').focus()
  await press(page, '?')
  await expect(page.getByRole('dialog')).toBeVisible()
}

/** An article with flags of two readers, one with everything a flag can have, and the page's browser as whom `as` says. */
async function scene(page: Page, as: Shown['as']): Promise<Scene> {
  const owner = await newPerson()
  const article = await newArticle(owner)
  const note = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Who else?' }] }] }
  const evidence = [{ url: 'https://example.org/report', title: 'The report' }]
  await newFlag(owner, article, quote, ['statement:opinion', 'framing:loaded-language'], { note, evidence, confidence: 'unsure', sourceName: 'Residents' })
  await newFlag(await newPerson({ name: 'Bo Second' }), article, `named, ${quote}`, ['sourcing:unnamed-described', 'statement:value-judgement'])
  if (as === 'reader') await enter(page.context(), owner)
  return { article, bare: await newArticle(owner) }
}

async function show(page: Page, shown: Shown, language: string): Promise<void> {
  const at = shown.at(await scene(page, shown.as))
  const response = await page.goto(`${at}${at.includes('?') ? '&' : '?'}lang=${language}`)
  expect(response?.status()).toBe(shown.status ?? 200)
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  // The framework sends a page's title after its beginning.
  await expect(page).toHaveTitle(/./)
  await shown.then?.(page)
}

test.describe('axe finds nothing wrong', () => {
  // Only so that axe can be put into the page: everywhere else the policy holds.
  test.use({ bypassCSP: true, reducedMotion: 'reduce' })

  for (const [i, shown] of pages.entries()) {
    const languages = i % 2 === 0 ? (['en', 'zh-Hant'] as const) : (['zh-Hant', 'en'] as const)
    test(`on ${shown.name}, light (${languages[0]}) and dark (${languages[1]})`, async ({ page }) => {
      for (const [j, colorScheme] of (['light', 'dark'] as const).entries()) {
        await page.emulateMedia({ colorScheme })
        await show(page, shown, languages[j] ?? 'en')
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => [html, failureSummary]) })), colorScheme).toEqual([])
      }
    })
  }
})

test.describe('at 320 px', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  for (const [i, shown] of pages.entries()) {
    const language = i % 2 === 0 ? 'zh-Hant' : 'en'
    test(`nothing is cut off on ${shown.name} (${language}), and the policy holds`, async ({ page }) => {
      const complaints: string[] = []
      page.on('console', (message) => /content security policy|refused to/i.test(message.text()) && complaints.push(message.text()))
      await show(page, { ...shown, then: shown.then === openCard ? undefined : shown.then }, language)
      const { width, wide } = await page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        wide: Array.from(document.querySelectorAll('body *'))
          .filter((each) => each.getBoundingClientRect().right > window.innerWidth + 1)
          .map((each) => each.outerHTML.slice(0, 120)),
      }))
      expect(width, wide.join('\n')).toBeLessThanOrEqual(320)
      expect(complaints).toEqual([])
    })
  }
})

test('every answer carries a policy without inline scripts, and the other headers of safety', async ({ page, request, signIn }) => {
  const article = await newArticle(await signIn())
  const nonces = new Set<string>()
  // The last ones only begin like files that need no policy of a page.
  const alike = ['/faviconxico', '/favicon.ico.html', '/icon.svg2', '/_next/staticx']
  for (const path of ['/', '/library', '/sign-in', '/settings', `/articles/${article.slug}`, `/articles/${article.slug}/summary`, '/articles/none', ...alike]) {
    const response = await page.goto(path)
    const headers = response?.headers() ?? {}
    const policy = headers['content-security-policy'] ?? ''
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? ''
    expect(scripts, path).toMatch(/'nonce-[^']+'/)
    expect(scripts, path).not.toMatch(/unsafe-inline|unsafe-eval|\*/)
    expect(policy, path).toMatch(/object-src 'none'.*frame-ancestors 'none'/)
    expect(headers['x-frame-options'], path).toBe('DENY')
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['referrer-policy'], path).toBeTruthy()
    expect(headers['x-powered-by'], path).toBeUndefined()
    nonces.add(scripts)
  }
  expect(nonces.size).toBe(7 + alike.length)
  for (const path of ['/_next/static/none.js', '/favicon.ico', '/icon.svg']) {
    const headers = (await request.get(path)).headers()
    expect([path, headers['content-security-policy'], headers['x-frame-options']]).toEqual([path, "default-src 'none'; frame-ancestors 'none'", 'DENY'])
    expect(headers['strict-transport-security']).toContain('includeSubDomains')
  }
  expect((await request.get(`/api/v1/layers/${article.layerId}/summary`)).headers()['x-content-type-options']).toBe('nosniff')
})

test('using the pages gives the policy nothing to complain of', async ({ page, signIn }) => {
  const complaints: string[] = []
  page.on('console', (message) => (message.type() === 'error' || /security policy/i.test(message.text())) && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  const article = await newArticle(await signIn())
  await page.goto('/library')
  await page.goto(`/articles/${article.slug}`)
  await readyToFlag(page)
  await drag(page, quote)
  await press(page, '2', 'n')
  await page.getByRole('textbox', { name: 'Note' }).click()
  await page.keyboard.type('A note')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(paletteOf(page)).toBeHidden()
  await expect.poll(async () => JSON.stringify((await onlyFlag(article))?.note)).toContain('A note')
  await page.getByRole('link', { name: 'Edit the text' }).click()
  await page.getByRole('textbox', { name: 'Text', exact: true }).click()
  await page.keyboard.type('More. ')
  await expect(page.getByRole('status').filter({ hasText: 'Draft kept at' })).toBeVisible()
  await page.goto(`/articles/${article.slug}/summary`)
  await page.goto('/settings')
  expect(complaints).toEqual([])
})
