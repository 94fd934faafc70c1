'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { takeFlagged } from './flagged-since'

/**
 * On a page that counts flags: reads it anew where its reader came back to it after flagging something, since the browser
 * shows again what it had before.
 */
export function FreshCounts() {
  const router = useRouter()
  useEffect(() => {
    if (takeFlagged()) router.refresh()
  }, [router])
  return null
}
