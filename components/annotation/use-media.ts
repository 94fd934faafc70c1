import { useSyncExternalStore } from 'react'

/** Whether a media query holds; false until the page has its scripts. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => window.matchMedia(query).matches,
    () => false,
  )
}

/** Room for the margin beside the text. */
export const wide = '(min-width: 1080px)'
/** Room for the palette beside the selection; in a smaller window it is a sheet at the bottom. */
export const roomy = '(min-width: 720px) and (min-height: 560px)'
