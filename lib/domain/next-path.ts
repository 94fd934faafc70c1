/** Where one arrives without a wish. */
export const home = '/library'

/** Pages to which a sign-in must not lead back: they would send one on again, in a circle, or are no pages. */
const nowhere = /^\/(sign-in|sign-up|sign-out|forgot-password|reset-password|verify-email|api|_next)(?![\w-])/i

/**
 * The path to go to after signing in: what was asked, where it is a path of this site, else `instead`. Only a path that every
 * browser resolves within the site passes: one slash at its start, no backslash (read as a slash), no controls or spaces
 * (dropped before reading), no empty or dot segments.
 * `nextPath('/articles/x?from=3#p')` is itself; `nextPath('//evil.example')` is `/library`.
 */
export function nextPath(wish: unknown, instead = home): string {
  if (typeof wish !== 'string' || wish.length > 2000) return instead
  if (!/^\/[^\\\s\p{C}]*$/u.test(wish)) return instead
  const path = wish.split(/[?#]/, 1)[0] ?? ''
  if (/\/\/|\/(\.|%2e){1,2}(\/|$)/i.test(path)) return instead
  return nowhere.test(path) ? instead : wish
}

/** The address of a page that leads on to `wish` afterwards; without a usable wish, the page's own. */
export function pathWithNext(page: '/sign-in' | '/sign-in/code' | '/sign-up', wish: unknown): string {
  const next = nextPath(wish)
  return next === home ? page : `${page}?next=${encodeURIComponent(next)}`
}
