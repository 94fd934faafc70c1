import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { freePort } from '../../scripts/steps/port.mjs'
import { installed, pause } from '../../scripts/steps/run.mjs'

const door = new URL('../../scripts/steps/client-door.mjs', import.meta.url).href

/** A web process of a test's own on the database of the browser tests, there to be killed. */
export async function startDoomedServer(): Promise<{ address: string; kill: () => Promise<void> }> {
  const port = await freePort(5_000 + Math.floor(Math.random() * 500))
  const address = `http://localhost:${port}`
  const output = openSync(process.env.E2E_SERVER_LOG ?? '/dev/null', 'a')
  const child = spawn(process.execPath, ['--import', door, installed.next, 'start', '-p', String(port), '-H', '127.0.0.1'], {
    stdio: ['ignore', output, output],
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '', NEXTAUTH_URL: address },
  })
  closeSync(output)
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  for (let waited = 0; !(await fetch(`${address}/api/health/live`).then(({ ok }) => ok, () => false)); waited += 100) {
    if (waited > 60_000 || child.exitCode !== null) throw new Error('The web process of this test does not start.')
    await pause(100)
  }
  return {
    address,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
