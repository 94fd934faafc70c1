'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent } from 'react'
import { pageOwner } from '@/components/kept/owner'
import { beginWork } from '@/lib/actions/assignments'

/** Begins a student's work once its page is before them: fetching the page begins nothing. A first flag or handing in would, too. */
export function AssignmentBegin({ assignmentId }: { assignmentId: string }) {
  const { refresh } = useRouter()
  const begin = useEffectEvent(async () => {
    const begun = await beginWork({ assignmentId, reader: pageOwner() }).catch(() => null)
    if (begun?.ok) refresh()
  })
  useEffect(() => void begin(), [])
  return null
}
