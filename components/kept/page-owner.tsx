'use client'

import { useEffect, useRef } from 'react'
import { leaverCookie } from '@/lib/domain/leaver-cookie'
import { removeOverdue } from './browser-store'
import { forgetOwner } from './owner'

/**
 * Looks after whose page this is (`reader`, an account's id, null for nobody). What was typed as one person must not stand
 * on a page of another: where the reader of an open page changes, or a page comes back from the browser's memory after
 * its reader may have left, it is loaded anew. Removes what was kept for somebody who deleted their account here, and what
 * has waited too long.
 */
export function PageOwner({ reader }: { reader: string | null }) {
  const first = useRef(reader)
  useEffect(() => {
    if (first.current !== null && reader !== null && first.current !== reader) window.location.reload()
    first.current ??= reader
  }, [reader])
  useEffect(() => {
    const gone = new RegExp(`(?:^|; )${leaverCookie}=([0-9a-f-]+)`).exec(document.cookie)?.[1]
    if (gone !== undefined && gone !== reader) {
      forgetOwner(gone)
      document.cookie = `${leaverCookie}=; path=/; max-age=0`
    }
    removeOverdue(() => localStorage)
    removeOverdue(() => sessionStorage)
    const shown = (event: PageTransitionEvent) => {
      if (event.persisted && reader !== null) window.location.reload()
    }
    window.addEventListener('pageshow', shown)
    return () => window.removeEventListener('pageshow', shown)
  }, [reader])
  return null
}
