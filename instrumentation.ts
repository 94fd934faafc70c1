/** Begins what a server process does besides answering: the jobs. It refuses to serve without the door that knows its clients. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  if (!('glossClientDoor' in globalThis)) throw new Error('Start the server by `npm start`, `npm run demo` or `npm run dev`: begun otherwise it cannot tell who asks.')
  const { runJobs } = await import('./lib/server/jobs/run')
  runJobs()
}
