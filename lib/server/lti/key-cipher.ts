import 'server-only'
import { hkdfSync } from 'node:crypto'
import { CompactEncrypt, compactDecrypt, errors, type JWK } from 'jose'
import { env } from '../env'

/** A private key as it may lie in the database: encrypted with a key that only the site's secret gives (HKDF, RFC 5869). */
export async function sealKey(key: JWK): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(key))).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(secret())
}

/** The same key again; null where it was encrypted under another secret, or changed. */
export async function unsealKey(sealed: string): Promise<JWK | null> {
  try {
    const { plaintext } = await compactDecrypt(sealed, secret(), { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] })
    return JSON.parse(new TextDecoder().decode(plaintext)) as JWK
  } catch (error) {
    if (error instanceof errors.JOSEError) return null
    throw error
  }
}

const secret = () => new Uint8Array(hkdfSync('sha256', env('NEXTAUTH_SECRET'), '', 'gloss lti signing keys', 32))
