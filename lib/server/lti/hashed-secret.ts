import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

/** A secret that stands in an address or a cookie: 32 random bytes in base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is kept of such a secret: enough to know it again, not to say it. */
export const hashedSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')
