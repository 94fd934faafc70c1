import 'server-only'
import { hash, verify } from '@node-rs/argon2'

/** argon2id (the library's default) with 19 MiB, two passes and one lane: the OWASP Password Storage Cheat Sheet's recommendation. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Hashes a password for storing; the salt and the cost are part of the answer. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost)

/**
 * Is this the password behind `stored`? Without a stored hash it does the same work and answers no, so that the time
 * does not tell whether an account exists.
 */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await nobodys()), password)
  return matches && stored !== null
}

let made: Promise<string> | undefined
const nobodys = () => (made ??= hashPassword('nobody has this password'))
