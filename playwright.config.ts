import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/steps/browser.mjs'
import { browserArguments } from './tests/support/browser'

// `npm test -- --only e2e [file]` starts the server and the database that these tests need.
export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: process.env.E2E_BASE_URL,
    locale: 'en-US',
    timezoneId: 'UTC',
    // What a page held at each step, without a film of it, which took a tenth of the time.
    trace: { mode: 'retain-on-failure', screenshots: false },
    // As on people's machines: without a UTF-8 locale the browser cannot name a file in Chinese.
    launchOptions: { executablePath: findBrowser(), args: browserArguments, env: { ...process.env, LC_ALL: 'C.UTF-8' } },
  },
})
