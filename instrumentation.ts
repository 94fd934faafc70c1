/** Begins what a server process does besides answering: the jobs. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { startJobs } = await import('./lib/server/jobs/run')
  const stop = startJobs()
  const end = () => void stop().catch((error: unknown) => console.error('The jobs did not end well:', error))
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
}
