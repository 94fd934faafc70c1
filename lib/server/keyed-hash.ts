import 'server-only'
import { createHmac, hkdfSync } from 'node:crypto'
import { env } from './env'

const keys = new Map<string, Buffer>()

/**
 * What is kept of something that could be guessed (an address, a short code): HMAC-SHA-256 in hexadecimal, under a key that
 * HKDF (RFC 5869) derives from the site's secret for each purpose, so that a copy of the database alone tells nothing.
 */
export function keyedHash(purpose: 'code' | 'limit' | 'address', text: string): string {
  const secret = env('NEXTAUTH_SECRET')
  const cell = `${purpose} ${secret}`
  const key = keys.get(cell) ?? Buffer.from(hkdfSync('sha256', secret, '', `gloss ${purpose}`, 32))
  keys.set(cell, key)
  return createHmac('sha256', key).update(text).digest('hex')
}
