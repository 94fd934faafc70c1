/** What an address is compared with to know whether it names this article: `sourceUrl` is where it was imported from. */
export type NamedArticle = { base: string; id: string; slug: string; sourceUrl: string | null }

/**
 * Which revision of an article a target's source means: its number, `current` for the article's own address or the one it
 * was imported from, null for any other address. People's and machines' addresses count alike; a fragment, a query and a
 * slash at the end do not, nor does the case of the host.
 */
export function revisionNamed(source: string, { base, id, slug, sourceUrl }: NamedArticle): number | 'current' | null {
  const address = comparable(source)
  if (sourceUrl !== null && (address === comparable(sourceUrl) || keepQuery(source) === keepQuery(sourceUrl))) return 'current'
  for (const own of [`${base}/articles/${slug}`, `${base}/articles/${encodeURIComponent(slug)}`, `${base}/api/v1/articles/${id}`].map(comparable)) {
    if (address === own) return 'current'
    const number = address.startsWith(`${own}/revisions/`) ? address.slice(`${own}/revisions/`.length) : ''
    if (/^[1-9]\d{0,8}$/.test(number)) return Number(number)
  }
  return null
}

const keepQuery = (address: string) =>
  address.replace(/#.*$/s, '').replace(/^[a-z]+:\/\/[^/?]*/i, (origin) => origin.toLowerCase()).replace(/\/+$/, '')

const comparable = (address: string) => keepQuery(address.replace(/[?#].*$/s, ''))
