/** Begins what a server process does besides answering: the jobs. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { runJobs } = await import('./lib/server/jobs/run')
  runJobs()
}
