'use client'

import { useEffect } from 'react'
import { pageOwner } from '@/components/kept/owner'
import { beginWork } from '@/lib/actions/assignments'

/**
 * Begins a student's work once its page is before them: fetching the page begins nothing. A first flag or handing in would,
 * too, so one that was lost is no harm. Nothing is drawn anew, since they may be selecting words already.
 */
export function AssignmentBegin({ assignmentId }: { assignmentId: string }) {
  useEffect(() => void beginWork({ assignmentId, reader: pageOwner() }).catch(() => undefined), [assignmentId])
  return null
}
