import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { clientReferences } from './tests/support/client-references.mjs'

const root = fileURLToPath(new URL('.', import.meta.url))
const serverOnly = fileURLToPath(new URL('node_modules/server-only/empty.js', import.meta.url))
const reactServer = ['react-server', 'node', 'development|production']

export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: root }, { find: /^server-only$/, replacement: serverOnly }] },
  test: {
    // Who signs in is told on the console of a server.
    onConsoleLog: (line) => !line.startsWith('{"at":'),
    // Left alone it leaves a core idle, which on a small machine is half of it.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{lib,prisma}/**/*.test.ts', 'components/**/*.test.{ts,tsx}', 'tests/architecture.test.ts'],
          // Property tests on a busy machine; none takes a second on an idle one.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        plugins: [clientReferences()],
        resolve: { conditions: reactServer },
        ssr: { resolve: { conditions: reactServer, externalConditions: ['react-server'] } },
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: 'tests/support/server.ts',
          setupFiles: 'tests/support/fresh-database.ts',
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
    server: { deps: { inline: ['next-intl', 'use-intl', 'next-auth'] } },
  },
})
