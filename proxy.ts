import { NextResponse, type NextRequest } from 'next/server'
import { canonicalPath } from '@/lib/domain/canonical-path'
import { chooseType } from '@/lib/domain/protocol/accept'
import { jsonTypes } from '@/lib/domain/protocol/vocabulary'
import { isLocale } from '@/lib/i18n/locales'
import { refuseLargeForm } from '@/lib/server/form-body'
import { hostCookie } from '@/lib/server/host-cookie'
import { siteAddress } from '@/lib/server/site-address'

/**
 * Runs before every page: a bound for forms of those signed out, one address for each thing, a fresh nonce and the Content-Security-Policy that demands it, and
 * the language that the address asks for (`?lang=zh-Hant`), handed on as a header. What a browser may keep is said here
 * too: a page of whoever is signed in is theirs alone and kept nowhere.
 */
export async function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl
  if (canonicalPath(pathname) !== pathname) return movedTo(canonicalPath(pathname), request)
  const tooLarge = await refuseLargeForm(request, (name) => request.cookies.get(name)?.value)
  if (tooLarge) return tooLarge
  const nonce = btoa(crypto.randomUUID())
  const framed = mayBeFramed(pathname)
  const policy = contentSecurityPolicy(nonce, framed)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  headers.delete('x-gloss-language')
  headers.delete('x-gloss-framed')
  headers.delete('x-gloss-data')
  if (framed) headers.set('x-gloss-framed', 'yes')
  const language = request.nextUrl.searchParams.get('lang')
  if (isLocale(language)) headers.set('x-gloss-language', language)

  const codebook = pathname.startsWith('/codebooks/')
  // Which route answers is chosen in next.config.js by this header. A rewrite from here is an absolute address, and behind
  // a proxy that ends TLS the framework takes its own for somebody else's and asks itself, by a protocol it does not speak.
  if (codebook && asksForData(request)) headers.set('x-gloss-data', 'yes')
  const response = NextResponse.next({ request: { headers } })
  if (codebook) response.headers.append('vary', 'Accept')
  response.headers.set('content-security-policy', policy)
  if (!framed) response.headers.set('x-frame-options', 'DENY')
  if (isLocale(language)) {
    const { name, options } = hostCookie('locale')
    response.cookies.set(name, language, { ...options, maxAge: 31_536_000 })
  }
  return response
}

/**
 * What a learning platform may show in a frame, wherever it is: a page with a link to a window of its own, one with a
 * sentence, one with a button that is good for whoever came with a secret, all without the bar above.
 */
const mayBeFramed = (path: string) => /^\/lti\/(open|refused|register)$/.test(path)

/**
 * The framework's own redirects are off (next.config.js), since it has none that let some addresses end in a slash. Where
 * to is the public address: the request's own is that of this process, which behind a proxy nobody else can reach.
 */
const movedTo = (path: string, { nextUrl }: NextRequest) =>
  NextResponse.redirect(new URL(`${siteAddress()}${path}${nextUrl.search}`), 308)

/** The address of a label leads people to a page and programs to its description: which, their Accept header says. */
const asksForData = ({ headers }: NextRequest) =>
  (chooseType(headers.get('accept'), ['text/html', ...jsonTypes]) ?? 'text/html') !== 'text/html'

/**
 * Nothing from elsewhere, no inline script without the nonce. Style attributes are allowed, since charts are drawn with
 * them; style elements are not. React's development build evaluates strings to rebuild stack traces.
 */
function contentSecurityPolicy(nonce: string, framed: boolean): string {
  const development = process.env.NODE_ENV === 'development'
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'${development ? ' ws:' : ''}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors ${framed ? '*' : "'none'"}`,
  ].join('; ')
}

// Not before the API, which shows no page: a body that passes through here is copied, and cut off after 10 MB. Nor before
// the page that hands an answer to a learning platform, which makes a policy of its own.
// Each by its whole name: whatever else begins like one of them is a page. Files get their policy in next.config.js.
export const config = { matcher: ['/((?!_next/static/|_next/image$|favicon\\.ico$|icon\\.svg$|api/v1/|lti/return$).*)'] }
