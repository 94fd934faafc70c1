/** Annotation Containers end in a slash, as the Web Annotation Protocol wants (section 4); nothing else does. */
const container = /^\/api\/v1\/layers\/[^/]+\/annotations$/

/**
 * The one path under which a thing is found, for one that came with a slash too many or too few at its end or slashes in
 * a row at its beginning, which would lead off the site in a redirect. `/library/` is `/library`.
 */
export function canonicalPath(path: string): string {
  const bare = `/${path.replace(/^\/+|\/+$/g, '')}`
  return container.test(bare) ? `${bare}/` : bare
}
