import 'server-only'
import { nextPage } from '@/lib/domain/lti/membership'
import { garbled, type Trouble } from '@/lib/domain/lti/trouble'
import type { Result } from '@/lib/domain/problem'
import { callPlatform } from './call-platform'
import type { PlatformAccess } from './service-token'

/** Everything on all pages of a list, or why it cannot be had. */
export type Pages<T> = { ok: true; items: T[] } | { ok: false; trouble: Trouble }

type List<T> = { address: string; accept: string; scope: string; read: (json: unknown) => Result<T[]> }

/** The most pages, and the most that is waited for all of them, in milliseconds: somebody may sit before the page. */
const [mostPages, longest] = [200, 45_000]

/**
 * A list of a platform that may come on several pages, each naming the next (RFC 8288). One whose pages lead in a circle,
 * elsewhere or on beyond `most` items is no list; the token that reads it is shown to nobody but whom it is from.
 */
export async function fetchPages<T>(platform: PlatformAccess, { address, accept, scope, read }: List<T>, most: number): Promise<Pages<T>> {
  const [items, seen]: [T[], Set<string>] = [[], new Set()]
  const end = Date.now() + longest
  for (let page: string | null = address; page !== null; ) {
    if (seen.has(page) || seen.size >= mostPages || items.length > most || Date.now() > end) return { ok: false, trouble: garbled }
    seen.add(page)
    const answer = await callPlatform(platform, [scope], page, { headers: { accept } })
    if (!answer.ok) return answer
    const listed = read(answer.value.json)
    if (!listed.ok) return { ok: false, trouble: garbled }
    items.push(...listed.value)
    const next = nextPage(answer.value.header('link'))
    if (next !== null && !(URL.canParse(next, page) && new URL(next, page).origin === new URL(address).origin)) return { ok: false, trouble: garbled }
    page = next === null ? null : new URL(next, page).href
  }
  return { ok: true, items }
}
