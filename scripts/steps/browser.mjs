import fs from 'node:fs'
import path from 'node:path'
import { execFileSync } from 'node:child_process'
import { Fault } from './command.mjs'
import { installed, run } from './run.mjs'

const usual = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
]

/** A browser of the system: the one BROWSER_PATH names, else Chromium or Chrome. None means the test tool's own. */
export function findBrowser() {
  const onPath = (process.env.PATH ?? '').split(path.delimiter).flatMap((folder) =>
    ['chromium', 'google-chrome'].map((name) => path.join(folder, name)))
  return [process.env.BROWSER_PATH, ...usual, ...onPath].find((each) => each && fs.existsSync(each))
}

/** Installs a browser where the system has none: the test tool's own, else the distribution's. @throws Fault */
export async function needBrowser() {
  if (findBrowser() || (await ownStarts())) return
  console.log('Installing a browser for the tests ...')
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' }
  await run(process.execPath, [installed.playwright, 'install', 'chromium'], { silent: true, env, timeout: 300_000 })
  if (await ownStarts()) return
  await fromDistribution()
  if (!findBrowser()) throw new Fault('There is no browser for the tests: install Chromium or Chrome, or name one by BROWSER_PATH, and run the command again.')
}

/** Whether the test tool has a browser and the system the libraries it needs. */
async function ownStarts() {
  try {
    const { chromium } = await import('@playwright/test')
    execFileSync(chromium.executablePath(), ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Chinese pages need a Chinese font too, which a bare system lacks. */
async function fromDistribution() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = (...args) => {
    const [program, ...rest] = [...prefix, 'apt-get', ...args]
    return run(program, rest, { quiet: true, env })
  }
  if ((await apt('update')) === 0) await apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')
}
