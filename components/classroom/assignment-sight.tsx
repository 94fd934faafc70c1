'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent } from 'react'
import { useReading } from '@/components/annotation/reading-context'
import { lookAtOthers } from '@/lib/actions/assignment-sight'

/** Milliseconds between two looks at the others' work: a lesson waits that long at most. */
const pace = 15_000

type Props = {
  assignmentId: string
  /** The word for what of the others' work the page was drawn with; `live`: it is told of everything anyhow. */
  sight: string
  /** The number of flags of one's own that opens the gate; null: another gate. */
  ownFlags: number | null
}

/**
 * Draws a student's page anew once other work of the others can be seen, and only then: until it can, and while a passage is
 * being flagged, the page is left alone.
 */
export function AssignmentSight({ assignmentId, sight, ownFlags }: Props) {
  const { refresh } = useRouter()
  const { state, standing, mine } = useReading()
  const idle = state.passage === null
  const saved = [...state.writes.values()].every((write) => write.state === 'refused')
  const reached = ownFlags !== null && saved && standing.filter(({ author }) => author.id === mine?.id).length >= ownFlags
  const look = useEffectEvent(async () => {
    if (document.visibilityState !== 'visible' || !idle) return
    // A server that cannot be reached is asked again.
    const now = await lookAtOthers({ assignmentId }).catch(() => null)
    if (now !== null && now !== sight) refresh()
  })
  useEffect(() => {
    if (reached && idle) void look()
  }, [reached, idle])
  const live = sight === 'live'
  useEffect(() => {
    if (live) return
    const again = () => void look()
    const timer = setInterval(again, pace)
    document.addEventListener('visibilitychange', again)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', again)
    }
  }, [live])
  return null
}
