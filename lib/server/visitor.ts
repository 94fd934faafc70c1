import 'server-only'
import type { Locale } from '@/lib/i18n/locales'
import type { KnownBrowser } from './known-browser'

/**
 * What is known of whoever stands at the door, signed in or not: the address to count tries under (null: there is
 * no socket), what the browser calls itself, the language to write to them in, and who signed in in this browser before.
 */
export type Visitor = { address: string | null; userAgent: string | null; locale: Locale; browser?: KnownBrowser | null }
