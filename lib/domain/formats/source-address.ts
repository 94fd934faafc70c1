import { onSite } from './site-address'

/** What an address is compared with to know whether it names this article: `sourceUrl` is where it was imported from. */
export type NamedArticle = { base: string; id: string; slug: string; sourceUrl: string | null }

/**
 * Which revision of an article a target's source means: its number, `current` for the article's own address or the one it
 * was imported from, null for any other address. People's and machines' addresses count alike; a fragment and a slash at
 * the end do not, nor does the case of the host, nor a query after an address of ours.
 */
export function revisionNamed(source: string, { base, id, slug, sourceUrl }: NamedArticle): number | 'current' | null {
  if (sourceUrl !== null && comparable(source) === comparable(sourceUrl)) return 'current'
  const address = withoutQuery(onSite(base, source))
  const names = [`${base}/articles/${slug}`, `${base}/articles/${encodeURIComponent(slug)}`, `${base}/api/v1/articles/${id}`]
  for (const own of names.map(comparable)) {
    if (address === own) return 'current'
    const number = address.startsWith(`${own}/revisions/`) ? address.slice(`${own}/revisions/`.length) : ''
    if (/^[1-9]\d{0,8}$/.test(number)) return Number(number)
  }
  return null
}

const comparable = (address: string) =>
  address.replace(/#.*$/s, '').replace(/^[a-z]+:\/\/[^/?]*/i, (origin) => origin.toLowerCase()).replace(/\/+$/, '')

const withoutQuery = (address: string) => comparable(address.replace(/[?#].*$/s, ''))
