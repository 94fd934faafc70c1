import 'server-only'
import { limitKey, limitNames } from './limits'
import { tryNames } from './wrong-tries'

/**
 * The keys under which a person's account and address are counted by themselves. What is counted of an address together
 * with where somebody came from is forgotten within a day.
 */
export const keysOfPerson = (userId: string, email: string | null): string[] =>
  [...limitNames, ...tryNames].flatMap((name) => [limitKey(name, [userId]), ...(email ? [limitKey(name, [email])] : [])])
