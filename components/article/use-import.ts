'use client'

import { useEffect, useState } from 'react'
import type { ImportView } from '@/lib/server/imports'

export const isUnderWay = ({ state }: ImportView) => state === 'waiting' || state === 'fetching' || state === 'reading'

/** How often progress is asked for, in milliseconds; a lost answer waits longer. */
const [often, later] = [500, 2_500]

/** An import as it goes on, asked for again and again until it is done; `missed` says that the last question got no answer. */
export function useImport(begun: ImportView): { view: ImportView; missed: boolean; set: (view: ImportView) => void } {
  const [view, set] = useState(begun)
  const [missed, setMissed] = useState(false)
  const [round, setRound] = useState(0)
  const going = isUnderWay(view)
  useEffect(() => {
    if (!going) return
    let current = true
    const timer = setTimeout(() => {
      void ask(view.id).then((answer) => {
        if (!current) return
        setMissed(answer === null)
        if (answer) set(answer)
        setRound(round + 1)
      })
    }, missed ? later : often)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [going, missed, round, view.id])
  return { view, missed, set }
}

async function ask(id: string): Promise<ImportView | null> {
  try {
    const answer = await fetch(`/api/imports/${id}`, { cache: 'no-store' })
    return answer.ok ? ((await answer.json()) as ImportView) : null
  } catch (error) {
    // What a lost connection throws.
    if (error instanceof TypeError) return null
    throw error
  }
}
