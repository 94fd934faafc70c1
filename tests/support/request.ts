/**
 * A stand-in for `next/headers` where no server runs: one browser's cookies and headers. A test file takes it by
 * `vi.mock('next/headers', () => import('../support/request'))`.
 */
export const jar = new Map<string, string>()
export const sent = new Map<string, string>()

type Options = { maxAge?: number }

export const cookies = async () => ({
  get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
  set: (name: string, value: string, { maxAge }: Options = {}) => void (maxAge === 0 ? jar.delete(name) : jar.set(name, value)),
})
export const headers = async () => ({ get: (name: string) => sent.get(name.toLowerCase()) ?? null })

/** Another browser, with nothing in it. */
export function freshBrowser(userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0') {
  jar.clear()
  sent.clear()
  sent.set('user-agent', userAgent)
}

/** The fields of a form. */
export function formOf(fields: Record<string, string | Blob>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

/** What an action did: the state it returned, or where it sent the browser. */
export async function outcome<T>(work: Promise<T>): Promise<T | { redirect: string }> {
  try {
    return await work
  } catch (error) {
    const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
    const [kind, , to = ''] = digest.split(';')
    if (kind !== 'NEXT_REDIRECT') throw error
    return { redirect: to }
  }
}
