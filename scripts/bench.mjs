import fs from 'node:fs'
import { spawn } from 'node:child_process'
import { Fault, atEnd, command } from './steps/command.mjs'
import { needBrowser } from './steps/browser.mjs'
import { build } from './steps/build.mjs'
import { freePort } from './steps/port.mjs'
import { prepare } from './steps/prepare.mjs'
import { installed } from './steps/run.mjs'
import { copyDatabase, startTestServer } from './steps/test-server.mjs'
import { serve } from './steps/web.mjs'

// `npm run bench [-- anchoring|agreement|classroom|painting|server|hostile [--option=value ...]]`
const results = 'bench-results'
const secret = 'a secret of these benches and of nothing else'
const benches = {
  anchoring: async (options) => {
    const { code, output } = await tsx('anchoring', options.length > 0 ? options : ['--sizes=50000,200000,800000'])
    const date = new Date().toISOString()
    fs.writeFileSync(`${results}/anchoring.md`, `Measured ${date.slice(0, 16).replace('T', ' ')} UTC.\n\n\`\`\`\n${output.trim()}\n\`\`\`\n`)
    fs.writeFileSync(`${results}/anchoring.json`, JSON.stringify({ name: 'anchoring', date, output: output.trim().split('\n') }, null, 2))
    return code
  },
  agreement: async (options) => (await tsx('agreement', options)).code,
  classroom: async (options) => (await tsx('classroom', options, await database())).code,
  painting: async (options) => {
    await needBrowser()
    return (await tsx('painting', options, await site())).code
  },
  server: async (options) => (await tsx('server', options, await site())).code,
  hostile: async (options) => (await tsx('hostile', options, await site())).code,
}

command(async () => {
  const [name, ...options] = process.argv.slice(2)
  if (name !== undefined && !Object.hasOwn(benches, name)) {
    throw new Fault(`Run all benches with \`npm run bench\`, or one with \`npm run bench -- ${Object.keys(benches).join('|')} [--option=value ...]\`.`)
  }
  await prepare()
  fs.mkdirSync(results, { recursive: true })
  for (const each of name ? [name] : Object.keys(benches)) {
    console.log(`\n${each}`)
    if ((await benches[each](options)) !== 0) throw new Fault(`The bench ${each} did not come to its end: see the message above.`)
  }
  console.log(`The tables are in ${results}/.`)
  return 0
})

/** A database of its own. @returns the environment that names it */
async function database() {
  const server = await startTestServer()
  atEnd(server.stop)
  return { ...process.env, DATABASE_URL: await copyDatabase(server.address), NEXTAUTH_SECRET: secret, NEXTAUTH_URL: 'http://localhost:4600' }
}

/** A production build, served on a database of its own. @returns the environment that names both, and its process */
async function site() {
  await build('.gloss/test-build')
  const server = await startTestServer()
  atEnd(server.stop)
  const port = await freePort(4600)
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_DIST_DIR: '.gloss/test-build',
    DATABASE_URL: await copyDatabase(server.address),
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXTAUTH_SECRET: secret,
    SMTP_URL: 'console:',
    // One bench asks more than all its limits allow.
    API_REQUESTS_PER_MINUTE: '100000000',
  }
  const { pid } = await serve('start', { port, host: '127.0.0.1', env, log: fs.openSync('.gloss/bench-server.log', 'w') })
  return { ...env, BENCH_URL: env.NEXTAUTH_URL, BENCH_PID: String(pid) }
}

/** Runs a bench; what it prints is shown and kept. */
function tsx(name, options, env = process.env) {
  const args = [installed.tsx, '--conditions=react-server', `tests/bench/${name}/run.ts`, ...options]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env })
  atEnd(() => child.exitCode ?? child.kill())
  let output = ''
  child.stdout.on('data', (part) => {
    process.stdout.write(part)
    output += part
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code: code ?? 1, output })))
}
