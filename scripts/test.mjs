import fs from 'node:fs'
import { Fault, atEnd, command } from './steps/command.mjs'
import { needBrowser } from './steps/browser.mjs'
import { build } from './steps/build.mjs'
import { seed } from './steps/database.mjs'
import { freePort } from './steps/port.mjs'
import { prepare } from './steps/prepare.mjs'
import { checkFigures, closingLine, playwrightFigures, vitestFigures } from './steps/report.mjs'
import { installed, run } from './steps/run.mjs'
import { copyDatabase, startTestServer } from './steps/test-server.mjs'
import { serve } from './steps/web.mjs'

// `npm test [-- --only types|lint|unit|integration|e2e [file ...]]`
const reports = `.gloss/reports/${process.pid}`
// What somebody set for their own server is no business of a test: no mail is sent, no database of theirs is touched.
const theirs = [
  'DATABASE_URL', 'SMTP_URL', 'MAIL_FROM', 'GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET', 'GITHUB_CLIENT_ID',
  'GITHUB_CLIENT_SECRET', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME', 'IMPORT_ALLOW_HOSTS', 'LTI_ALLOW_HOSTS',
]
const environment = { ...process.env, ...Object.fromEntries(theirs.map((name) => [name, ''])), NEXT_TELEMETRY_DISABLED: '1' }
let template

const steps = {
  types: async () => {
    const generated = await run(process.execPath, [installed.next, 'typegen'], { quiet: true })
    const whole = await run(process.execPath, [installed.tsc, '--noEmit'])
    const kernel = await run(process.execPath, [installed.tsc, '--noEmit', '-p', 'lib/domain'])
    return checkFigures(generated || whole || kernel)
  },
  lint: async (files) => checkFigures(await run(process.execPath, [installed.eslint, '--max-warnings=0', ...(files.length ? files : ['.'])])),
  unit: (files) => vitest('unit', files),
  integration: async (files) => vitest('integration', files, { TEST_DATABASE_URL: await testDatabase() }),
  e2e: browserTests,
}

command(async () => {
  const { only, files } = parsed(process.argv.slice(2))
  const began = Date.now()
  let closing
  // Registered first, so done last: nothing is printed after it.
  atEnd(() => closing && console.log(closing))
  await prepare()
  const results = []
  for (const name of only ? [only] : Object.keys(steps)) {
    console.log(`\n${name}`)
    const figures = await steps[name](files).catch((error) => {
      console.error(error instanceof Fault ? error.message : error)
      return checkFigures(1)
    })
    results.push({ name, ...figures })
  }
  fs.rmSync(reports, { recursive: true, force: true })
  const marks = results.map(({ name, passed, failed }) => `${name} ${failed ? 'FAILED' : passed || 'ok'}`)
  console.log(`\n${marks.join(', ')} in ${Math.round((Date.now() - began) / 1000)} s`)
  closing = closingLine(results)
  return results.some(({ failed }) => failed > 0) ? 1 : 0
})

function parsed(args) {
  const at = args.indexOf('--only')
  const only = at < 0 ? undefined : args[at + 1]
  if (at < 0 ? args.length > 0 : !Object.hasOwn(steps, only ?? '')) {
    throw new Fault(`Run all tests with \`npm test\`, or some with \`npm test -- --only ${Object.keys(steps).join('|')} [file ...]\`.`)
  }
  return { only, files: args.slice(at + 2) }
}

async function vitest(project, files, extra) {
  const report = `${reports}/${project}.json`
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run(process.execPath, [installed.vitest, ...args, ...files], {
    env: { ...environment, NODE_ENV: 'test', ...extra },
  })
  return vitestFigures(report, code)
}

/** One server for this run, stopped when the command ends. */
async function testDatabase() {
  if (template) return template
  const server = await startTestServer()
  atEnd(server.stop)
  template = server.address
  return template
}

/** Against a production build of its own, with the samples in a database of its own. */
async function browserTests(files) {
  await needBrowser()
  await build('.gloss/test-build')
  const database = await copyDatabase(await testDatabase())
  await seed(database)
  const port = await freePort(4300)
  // Without a mail server mail is printed, and the tests read it there.
  const log = '.gloss/test-server.log'
  const env = {
    ...environment,
    NODE_ENV: 'production',
    NEXT_DIST_DIR: '.gloss/test-build',
    DATABASE_URL: database,
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXTAUTH_SECRET: 'a secret of these tests and of nothing else',
    SMTP_URL: 'console:',
  }
  // Where a test may put a website for the server to fetch from.
  const website = `127.0.0.1:${await freePort(4600)}`
  env.IMPORT_ALLOW_HOSTS = website
  // Where a test may put learning platforms.
  const platforms = [`127.0.0.1:${await freePort(4650)}`, `127.0.0.1:${await freePort(4670)}`, `127.0.0.1:${await freePort(4690)}`]
  env.LTI_ALLOW_HOSTS = platforms.join(',')
  const output = fs.openSync(log, 'w')
  await serve('start', { port, host: '127.0.0.1', env, log: output })
  // A second process on the same database, as behind a load balancer.
  const second = await freePort(port + 1)
  const secondAddress = `http://localhost:${second}`
  await serve('start', { port: second, host: '127.0.0.1', env: { ...env, NEXTAUTH_URL: secondAddress }, log: output })
  const report = `${reports}/e2e.json`
  const code = await run(process.execPath, [installed.playwright, 'test', '--reporter=list,json', ...files], {
    env: {
      ...env,
      NODE_ENV: 'test',
      // For the fixtures, which use the server's own functions; it reaches Playwright's workers by no other way.
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --conditions=react-server`,
      E2E_BASE_URL: env.NEXTAUTH_URL,
      E2E_BASE_URL2: secondAddress,
      E2E_SERVER_LOG: log,
      E2E_WEBSITE: website,
      E2E_PLATFORMS: platforms.join(','),
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    },
  })
  return playwrightFigures(report, code)
}
