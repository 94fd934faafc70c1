import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { seesOthers } from '@/lib/actions/assignments'

/** Milliseconds between two looks whether the gate has opened: a lesson waits that long at most. */
const pace = 15_000

/**
 * Reads the page anew once the gate to the others' work has opened, and only then: until it has, the page is left alone
 * while somebody flags. `now`: what the student did has opened it just now.
 */
export function useSight(assignmentId: string, waiting: boolean, now: boolean): void {
  const { refresh } = useRouter()
  useEffect(() => {
    if (!waiting) return
    const look = async () => {
      if (document.visibilityState !== 'visible') return
      // A server that cannot be reached is asked again.
      if (await seesOthers({ assignmentId }).catch(() => false)) refresh()
    }
    if (now) void look()
    const timer = setInterval(() => void look(), pace)
    return () => clearInterval(timer)
  }, [assignmentId, waiting, now, refresh])
}
