import 'server-only'
import { env } from './env'

/** The public address of this site, without a slash at its end: what the addresses of things begin with. */
export const siteAddress = (): string => env('NEXTAUTH_URL').replace(/\/+$/, '')
