import type { TestProject } from 'vitest/node'
import { startTestServer } from '../../scripts/steps/test-server.mjs'

declare module 'vitest' {
  export interface ProvidedContext {
    template: string
  }
}

/** One PostgreSQL for a run of integration tests: the one of TEST_DATABASE_URL, a migrated database, else its own. */
export default async function setup(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL
  const server = given ? { address: given, stop: async () => {} } : await startTestServer()
  project.provide('template', server.address)
  return server.stop
}
