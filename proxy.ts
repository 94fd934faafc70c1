import { NextResponse, type NextRequest } from 'next/server'
import { isLocale } from '@/lib/i18n/locales'

/**
 * Runs before every page: a fresh nonce and the Content-Security-Policy that demands it, and the language that the
 * address asks for (`?lang=zh-Hant`), handed on as a header.
 */
export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID())
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  headers.delete('x-gloss-language')
  const language = request.nextUrl.searchParams.get('lang')
  if (isLocale(language)) headers.set('x-gloss-language', language)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  if (isLocale(language)) response.cookies.set('locale', language, { path: '/', sameSite: 'lax', maxAge: 31_536_000 })
  return response
}

/**
 * Nothing from elsewhere, no inline script without the nonce. Style attributes are allowed, since charts are drawn with
 * them; style elements are not. React's development build evaluates strings to rebuild stack traces.
 */
function contentSecurityPolicy(nonce: string): string {
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
    `frame-ancestors 'none'`,
  ].join('; ')
}

export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico|icon.svg).*)'] }
