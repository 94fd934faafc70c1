import { useEffect, useEffectEvent, useState } from 'react'

/** Milliseconds between two questions: soon while somebody is likely choosing, then at leisure, and less often unseen. */
const pace = { first: 2_000, later: 5_000, unseen: 15_000 }
const soon = 10 * 60_000

/**
 * Asks the site again and again whether something was chosen with a ticket in another window, and calls `then` once it was.
 * A ticket that is good no longer counts as chosen: the page it leads on to says so. Answers `null` before the first question.
 */
export function useChosen(ticket: string, then: () => void): 'waiting' | 'lost' | null {
  const [state, setState] = useState<'waiting' | 'lost' | null>(null)
  const chosen = useEffectEvent(then)
  useEffect(() => {
    const [began, ended] = [Date.now(), new AbortController()]
    let timer: ReturnType<typeof setTimeout> | undefined
    let asking = false
    const ask = async () => {
      clearTimeout(timer)
      if (asking || ended.signal.aborted) return
      asking = true
      const answer = await fetch(`/lti/open/state?${new URLSearchParams({ ticket })}`, { signal: ended.signal, cache: 'no-store' }).catch(() => null)
      const over = answer?.status === 404 || (answer?.ok && ((await answer.json().catch(() => ({}))) as { chosen?: boolean }).chosen === true)
      asking = false
      if (ended.signal.aborted) return
      if (over) return chosen()
      setState(answer?.ok ? 'waiting' : 'lost')
      timer = setTimeout(() => void ask(), document.hidden ? pace.unseen : Date.now() - began < soon ? pace.first : pace.later)
    }
    const look = () => void (!document.hidden && ask())
    document.addEventListener('visibilitychange', look)
    void ask()
    return () => {
      ended.abort()
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [ticket])
  return state
}
