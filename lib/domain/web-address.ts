import { z } from 'zod'
import { boundedText } from './text/line'

export const addressLimit = 2_000

/** An address that may be printed as a link: http or https with a host, nothing else (no `javascript:`, no `data:`). */
export const webAddress = boundedText(addressLimit)
  .trim()
  .max(addressLimit)
  .refine((value) => !/[\p{C}\s]/u.test(value), { error: 'addressScheme' })
  .pipe(z.url({ protocol: /^https?$/i, hostname: /./, error: 'addressScheme' }))

/**
 * An address as people type it, with its scheme: 'news.example/a' is 'https://news.example/a', 'localhost:8123' is
 * 'http://localhost:8123', since no machine's own name has a certificate. What has a scheme, any scheme, stays as it is.
 */
export function completeAddress(typed: string): string {
  const address = typed.trim()
  if (/^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?([/?#]|$)/i.test(address)) return `http://${address}`
  // A port is no scheme: 'news.example:8080'.
  return /^[a-z][a-z0-9+.-]*:/i.test(address) && !/^[^/?#]*\.[^/?#]*:\d/.test(address) ? address : `https://${address}`
}
