import { z } from 'zod'
import { boundedText } from './text/line'

export const addressLimit = 2_000

/** An address that may be printed as a link: http or https with a host, nothing else (no `javascript:`, no `data:`). */
export const webAddress = boundedText(addressLimit)
  .trim()
  .max(addressLimit)
  .refine((value) => !/[\p{C}\s]/u.test(value), { error: 'addressScheme' })
  .pipe(z.url({ protocol: /^https?$/i, hostname: /./, error: 'addressScheme' }))
