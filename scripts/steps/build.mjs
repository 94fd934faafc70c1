import fs from 'node:fs'
import path from 'node:path'
import { alone } from './lock.mjs'
import { fingerprint } from './fingerprint.mjs'
import { installed, must, textOf } from './run.mjs'

const inputs = [
  'app', 'components', 'lib', 'public', 'prisma/schema.prisma', 'prisma/demo/accounts.mjs', 'package-lock.json',
  'next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'tsconfig.build.json', 'proxy.ts', 'instrumentation.ts',
]

/** Builds for production where there is no build yet, or one of other sources. */
export async function build(folder = '.next') {
  await alone(`build-${path.basename(folder)}`, 'building', async () => {
    const stamp = path.join(folder, 'gloss-sources')
    const sources = fingerprint(inputs, /\.test\.tsx?$|\.md$/)
    if (textOf(stamp) === sources) return
    fs.rmSync(stamp, { force: true })
    console.log('Building, about a minute ...')
    await must('The build failed: see the message above.', process.execPath, [installed.next, 'build'], {
      quiet: true,
      env: { ...process.env, NODE_ENV: 'production', NEXT_DIST_DIR: folder, NEXT_TELEMETRY_DISABLED: '1' },
    })
    fs.writeFileSync(stamp, sources)
  })
}
