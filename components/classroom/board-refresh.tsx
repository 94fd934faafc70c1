'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const every = 5_000

/** Draws the page anew every few seconds while somebody looks at it, and at once when they come back to it. */
export function BoardRefresh() {
  const router = useRouter()
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === 'visible') router.refresh()
    }
    const timer = setInterval(refresh, every)
    document.addEventListener('visibilitychange', refresh)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', refresh)
    }
  }, [router])
  return null
}
