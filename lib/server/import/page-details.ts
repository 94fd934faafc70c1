import 'server-only'
import { limits } from '@/lib/domain/article'
import { webAddress } from '@/lib/domain/web-address'
import { detail, type ReadDetails } from './read-article'
import { readDate } from './read-date'
import { likelyLanguage } from './likely-language'

/** What looking for a page's text told beside it. */
type Found = { text: string; title?: string | null; byline?: string | null; siteName?: string | null; publishedTime?: string | null }

/**
 * What a page says of itself: title, author, site, day of publication, language, its lasting address. Reads the page at
 * once; the answer waits for what was found along with the text.
 */
export function pageDetails(page: Document): (found: Found) => ReadDetails {
  const address = new URL(page.URL)
  const meta = (...names: string[]) => {
    for (const name of names) {
      for (const attribute of ['property', 'name', 'itemprop']) {
        const content = page.querySelector(`meta[${attribute}="${name}" i]`)?.getAttribute('content')?.trim()
        if (content) return content
      }
    }
    return null
  }
  const site = meta('og:site_name', 'application-name') ?? address.hostname.replace(/^www\./, '')
  const time = page.querySelector('time[itemprop="datePublished"], time[pubdate], article time[datetime], main time[datetime]')
  const dates = [
    meta('article:published_time', 'datePublished', 'date', 'pubdate', 'publishdate', 'dc.date', 'dc.date.issued', 'dcterms.created', 'parsely-pub-date', 'citation_publication_date'),
    time?.getAttribute('datetime') ?? time?.textContent ?? null,
  ]
  const title = meta('og:title') ?? page.title
  const first = page.querySelectorAll('h1').length === 1 ? detail(page.querySelector('h1')?.textContent, limits.title) : null
  const tag = page.documentElement.lang || meta('og:locale', 'content-language', 'language')
  const canonical = lastingAddress(page, address, meta('og:url'))
  return (found) => ({
    title: headline(detail(found.title || title, limits.title) ?? '', first, found.siteName || site),
    byline: writer(found.byline),
    siteName: detail(found.siteName || site, limits.siteName),
    sourceUrl: canonical,
    language: likelyLanguage(tag, found.text),
    publishedAt: [found.publishedTime ?? null, ...dates].map(readDate).find((date) => date !== null) ?? null,
  })
}

/** A title without the name of its site; the page's one first heading, where the title begins with it. */
function headline(title: string, first: string | null, site: string): string {
  if (first !== null && first.length > 8 && title.startsWith(first)) return first
  const [, before, after] = /^(.*\S)\s*[|｜\-–—_·»]\s*(\S.*)$/.exec(title) ?? []
  return before && after?.trim().toLowerCase() === site.toLowerCase() ? before : title
}

/** Names only: some pages give the address of a profile. */
function writer(byline: string | null | undefined): string | null {
  const name = detail(byline?.replace(/^\s*by[\s:]+/i, ''), limits.byline)
  return name === null || URL.canParse(name) ? null : name
}

/** The address that the page gives as its own, if it is on the same site; else the one it was found at. */
function lastingAddress(page: Document, found: URL, graph: string | null): string | null {
  const named = [page.querySelector('link[rel~="canonical" i]')?.getAttribute('href'), graph, found.href]
  for (const each of named) {
    const url = each && URL.canParse(each, found) ? new URL(each, found) : null
    if (!url || siteOf(url) !== siteOf(found) || (url.pathname === '/' && found.pathname !== '/')) continue
    url.hash = ''
    const parsed = webAddress.safeParse(url.href)
    if (parsed.success) return parsed.data
  }
  return null
}

const siteOf = ({ host }: URL) => host.replace(/^(www|m|mobile|amp)\./, '')
