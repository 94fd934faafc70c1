import 'server-only'
import type { Locale } from '@/lib/i18n/locales'

/**
 * What is known of whoever stands at the door, signed in or not: the address to count tries under (null where it cannot
 * be known), what the browser calls itself, and the language to write to them in.
 */
export type Visitor = { address: string | null; userAgent: string | null; locale: Locale }
