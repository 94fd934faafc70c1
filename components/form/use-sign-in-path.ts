import { useSyncExternalStore } from 'react'
import { pathWithNext } from '@/lib/domain/next-path'

const never = () => () => {}

/** The way to sign in and back to where one is. */
export function useSignInPath(): string {
  return useSyncExternalStore(
    never,
    () => pathWithNext('/sign-in', window.location.pathname + window.location.search + window.location.hash),
    () => '/sign-in',
  )
}
