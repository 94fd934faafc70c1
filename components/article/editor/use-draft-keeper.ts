'use client'

import { useEffect, useState } from 'react'
import { pageOwner } from '@/components/kept/owner'
import { keepDraft } from '@/lib/actions/drafts'
import { draftKeeper, type DraftStatus, type Keeping } from './draft-keeper'
import { forgetEdit, keepEdit } from './kept-edit'

/** A draft keeper for as long as the page is open, and what it says of itself. */
export function useDraftKeeper(begun: Pick<Keeping, 'articleId' | 'baseRevision' | 'known' | 'unsent'>) {
  const [status, setStatus] = useState<DraftStatus>(() => statusOf(begun))
  const [keeper] = useState(() => draftKeeper({ ...begun, send: (draft) => keepDraft({ ...draft, reader: pageOwner() }), browser: { keep: keepEdit, forget: forgetEdit }, tell: setStatus }))
  useEffect(() => {
    const flush = () => void keeper.flush()
    flush()
    window.addEventListener('pagehide', keeper.leave)
    window.addEventListener('online', flush)
    return () => {
      keeper.leave()
      window.removeEventListener('pagehide', keeper.leave)
      window.removeEventListener('online', flush)
    }
  }, [keeper])
  return { keeper, status }
}

function statusOf({ unsent, known }: Pick<Keeping, 'known' | 'unsent'>): DraftStatus {
  if (unsent !== null) return { is: 'waiting' }
  return known === null ? { is: 'clean' } : { is: 'kept', at: new Date(known) }
}
