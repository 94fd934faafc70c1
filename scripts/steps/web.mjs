import fs from 'node:fs'
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { Fault, atEnd } from './command.mjs'
import { installed, pause, textOf } from './run.mjs'

/** The secret that signs sessions on this machine: made once, readable by its owner only. Production brings its own. */
export function localSecret() {
  const file = '.gloss/secret'
  const known = textOf(file)
  if (known) return known
  const secret = randomBytes(32).toString('base64url')
  fs.mkdirSync('.gloss', { recursive: true })
  fs.writeFileSync(file, secret, { mode: 0o600 })
  return secret
}

/** By the environment, since the development server answers from a process of its own. */
const door = new URL('client-door.mjs', import.meta.url).href

/**
 * Starts the web server and waits until it answers. It is stopped when the command ends.
 * @param {'start' | 'dev'} mode a production build, or the development server
 * @returns `ended`, a promise that is refused with a fault when the server ends by itself, and its `pid`
 */
export async function serve(mode, { port, host, env, log = 'inherit' }) {
  const args = [installed.next, mode, '-p', String(port), ...(host ? ['-H', host] : [])]
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', log, log],
    // glibc keeps what a large request needed in an arena for each thread: two give it back sooner.
    env: { MALLOC_ARENA_MAX: '2', ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env, PORT: String(port), NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${door}`.trim() },
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  atEnd(async () => {
    child.kill('SIGTERM')
    // Open event streams would hold it for ever.
    const late = setTimeout(() => child.kill('SIGKILL'), 5_000)
    await ended
    clearTimeout(late)
  })
  const died = ended.then((code) => {
    throw new Fault(`The web server ended by itself (code ${code}): see the message above.`)
  })
  died.catch(() => {})
  await Promise.race([answers(port), died])
  return { ended: died, pid: child.pid }
}

async function answers(port) {
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; ) {
    const signal = AbortSignal.timeout(30_000)
    const response = await fetch(`http://127.0.0.1:${port}/api/health/live`, { signal }).catch(() => null)
    if (response?.ok) return
    await pause(100)
  }
  throw new Fault(`The web server does not answer on port ${port} after two minutes: look at its messages above.`)
}
