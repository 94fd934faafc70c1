import fs from 'node:fs'
import { createHash } from 'node:crypto'
import { Fault } from './command.mjs'
import { alone } from './lock.mjs'
import { fingerprint } from './fingerprint.mjs'
import { installed, must, textOf } from './run.mjs'

const installedStamp = 'node_modules/.gloss-lock'
const clientStamp = 'prisma/generated/.gloss-schema'

/** Installs what the lock names and generates the database client, each only where it is missing or out of date. */
export async function prepare() {
  await alone('prepare', 'installing', async () => {
    await install()
    await generate()
  })
}

/** For production, which installs nothing by itself. */
export function requireInstalled() {
  if (!fs.existsSync(installed.next)) throw new Fault('Nothing is installed yet: run `npm ci` and `npm run build` first.')
}

async function install() {
  const lock = createHash('sha256').update(fs.readFileSync('package-lock.json')).digest('hex')
  if (textOf(installedStamp) === lock) return
  if (!installedByHand()) {
    console.log('Installing dependencies, about a minute ...')
    const [program, args] = npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
    const sentence = 'The dependencies could not be installed: check the connection to the package registry and run the command again.'
    await must(sentence, program, args, { quiet: true, env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' } })
  }
  fs.writeFileSync(installedStamp, lock)
}

/** Somebody's own `npm ci`, without our stamp, counts when it is newer than the lock. */
function installedByHand() {
  const made = fs.statSync('node_modules/.package-lock.json', { throwIfNoEntry: false })
  return made !== undefined && !fs.existsSync(installedStamp) && made.mtimeMs >= fs.statSync('package-lock.json').mtimeMs
}

/** The npm that runs us, by this very Node, else the one on the path. */
export function npm(args) {
  const script = process.env.npm_execpath
  if (script && /npm-cli\.c?js$/.test(script)) return [process.execPath, [script, ...args]]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', args]
}

async function generate() {
  const schema = fingerprint(['prisma/schema.prisma', 'package-lock.json'])
  if (textOf(clientStamp) === schema) return
  console.log('Generating the database client ...')
  const env = {
    ...process.env,
    // Generating needs no engine, yet the tool would download one first: any program that exists keeps it from trying.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  }
  await must('The database client could not be generated from prisma/schema.prisma: see the message above.', process.execPath,
    [installed.prisma, 'generate'], { quiet: true, env })
  fs.writeFileSync(clientStamp, schema)
}
