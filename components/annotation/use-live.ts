import { useEffect, useRef, useState, type Dispatch } from 'react'
import { readLayerAnew } from '@/lib/actions/layers'
import { backoff } from './live-backoff'
import type { LiveListener } from './live-connection'
import { missedEvents } from './live-reread'
import type { ReadingEvent, ReadingState } from './reading-state'
import { unpackReading } from './unpack-reading'

/** How many others are reading, whether the connection that would tell of them is lost, and whether the article was taken away. */
export type Live = { others: number; lost: boolean; removed: boolean }

/** Milliseconds after which a lost connection is worth a word. Most come back before. */
const patience = 3_000

/** Keeps the page up to date with what others do to its layer, once its annotations are there. */
export function useLive(
  state: ReadingState,
  dispatch: Dispatch<ReadingEvent>,
  layerId: string,
  revision: number,
  mine: string | null,
): Live {
  const { cursor } = state
  const [readers, setReaders] = useState(0)
  const [lost, setLost] = useState(false)
  const [removed, setRemoved] = useState(false)
  const latest = useRef(state)
  useEffect(() => {
    latest.current = state
  })

  useEffect(() => {
    if (cursor === null) return
    const page = { revision, mine }
    let over = false
    let overdue: ReturnType<typeof setTimeout> | undefined
    let again: ReturnType<typeof setTimeout> | undefined

    const reread = async (failures: number) => {
      clearTimeout(again)
      const asked = latest.current
      try {
        const found = await readLayerAnew({ layerId, revision })
        if (over || !found) return
        dispatch({ type: 'told', events: missedEvents(unpackReading(found), asked, latest.current, revision), page })
        if (found.current > revision) dispatch({ type: 'revised', revision: found.current })
      } catch {
        // The server could not be reached: what was missed is still missing.
        if (!over) again = setTimeout(() => void reread(failures + 1), backoff(failures + 1, Math.random()))
      }
    }
    const listener: LiveListener = {
      opened: () => {
        clearTimeout(overdue)
        overdue = undefined
        setLost(false)
        dispatch({ type: 'retried', id: null })
      },
      lost: () => {
        overdue ??= setTimeout(() => {
          setLost(true)
          setReaders(0)
        }, patience)
      },
      told: (events) => dispatch({ type: 'told', events, page }),
      revised: (number) => {
        if (number > revision) dispatch({ type: 'revised', revision: number })
      },
      stale: () => void reread(0),
      readers: setReaders,
      removed: () => {
        clearTimeout(overdue)
        setReaders(0)
        setRemoved(true)
      },
    }
    let disconnect = () => {}
    // What checks events comes after the text and its flags: nobody waits for it.
    const connect = async (failures: number) => {
      const arrived = await import('./live-connection').catch(() => null)
      if (over) return
      if (arrived) {
        disconnect = arrived.connectLive(layerId, cursor, listener)
        return
      }
      // The server could not be reached.
      listener.lost()
      again = setTimeout(() => void connect(failures + 1), backoff(failures + 1, Math.random()))
    }
    void connect(0)
    return () => {
      over = true
      clearTimeout(overdue)
      clearTimeout(again)
      disconnect()
    }
  }, [cursor, dispatch, layerId, revision, mine])

  return { others: Math.max(0, readers - 1), lost, removed }
}
