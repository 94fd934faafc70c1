/**
 * An address as one of this site, where it is one: a machine's own names for itself (`localhost`, `127.0.0.1`, `[::1]`)
 * are one place where the site is at one of them, on the same port. Other addresses are answered as they are.
 */
export function onSite(base: string, address: string): string {
  const [site, other] = [loopback.exec(base), loopback.exec(address)]
  if (!site || !other || (site[2] ?? '') !== (other[2] ?? '')) return address
  return site[0] + address.slice(other[0].length)
}

const loopback = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(?![^/?#])/i
