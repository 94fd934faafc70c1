// How every command begins and ends. Only Node's own modules here and in what it imports: nothing may be installed yet.
import fs from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What went wrong, in one sentence that says what to do. Anything else that is thrown is a bug and keeps its stack. */
export class Fault extends Error {}

const endings = []
let stopping = false

/** Something to do when the command ends, however it ends; the last one registered is done first. */
export function atEnd(ending) {
  endings.push(ending)
}

/**
 * Runs a command: checks Node, reads `.env`, prints a fault as its one sentence and ends with exit code 1. A signal ends
 * it early, with `codeWhenStopped`: 0 for a server, which is meant to be stopped.
 */
export async function command(main, codeWhenStopped = 130) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(codeWhenStopped))
  if (process.env.npm_lifecycle_event) stopWithParent(codeWhenStopped)
  try {
    checkNode(process.versions.node)
    process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
    if (fs.existsSync('.env')) process.loadEnvFile('.env')
    process.exitCode = (await main()) || 0
  } catch (error) {
    if (!stopping) tell(error)
  }
  if (!stopping) await finish()
}

/** A signal to npm ends npm and its shell, which does not pass it on: we would run on, unseen, with a database. */
function stopWithParent(code) {
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && stop(code), 100).unref()
}

async function stop(code) {
  // A terminal's Ctrl-C may reach us twice, once through npm.
  if (stopping) return
  stopping = true
  process.exitCode = code
  await finish()
  process.exit()
}

async function finish() {
  for (let ending = endings.pop(); ending; ending = endings.pop()) {
    try {
      await ending()
    } catch (error) {
      tell(error)
    }
  }
}

function tell(error) {
  console.error(error instanceof Fault ? error.message : error)
  process.exitCode = 1
}

function checkNode(version) {
  const [major, minor] = version.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Fault(`Gloss needs Node 20.19 or newer and this is ${version}: install a newer one from https://nodejs.org and run the command again.`)
}
