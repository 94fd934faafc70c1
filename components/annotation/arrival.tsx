import { use, useEffect } from 'react'
import { writesOf } from '@/components/kept/owner'
import type { Span } from '@/lib/domain/text/span'
import type { LayerReading } from '@/lib/server/layer-reading'
import { useReading } from './reading-context'
import { unpackReading } from './unpack-reading'
import { resume, nextStep, type KeptWrite } from './writes'

/** Waits for the annotations, which follow the text, and joins to them what this browser had kept of the reader's own. */
export function Arrival({ annotations }: { annotations: Promise<LayerReading | null> }) {
  const { layerId, revision, mine, map, dispatch } = useReading()
  const arrived = use(annotations)

  useEffect(() => {
    if (!map) return
    let left = false
    const readerId = mine?.id ?? null
    const { length } = map.index
    const quoteAt = ({ start, end }: Span) => (end <= length ? map.index.slice({ start, end }) : '')
    const { standing, detached } = arrived ? unpackReading(arrived, quoteAt) : { standing: [], detached: [] }
    void readKept(layerId, readerId).then((kept) => {
      if (left) return
      const there = new Map([...standing, ...detached].map((annotation) => [annotation.id, annotation]))
      for (const [id, write] of kept) {
        if (readerId && nextStep(resume(write, there.get(id))) === null) writesOf(layerId, readerId).remove(id)
      }
      dispatch({ type: 'loaded', standing, detached, kept, mine, quoteAt, cursor: arrived?.cursor ?? null })
      if (arrived && arrived.current > revision) dispatch({ type: 'revised', revision: arrived.current })
    })
    return () => {
      left = true
    }
  }, [arrived, map, layerId, revision, mine, dispatch])
  return null
}

async function readKept(layerId: string, readerId: string | null): Promise<Map<string, KeptWrite>> {
  const kept = new Map<string, KeptWrite>()
  if (!readerId) return kept
  const store = writesOf(layerId, readerId)
  const names = store.names()
  if (names.length === 0) return kept
  const { parseKeptWrite } = await import('./kept-shape')
  for (const id of names) {
    const write = parseKeptWrite(store.read(id))
    if (write) kept.set(id, write)
    else store.remove(id)
  }
  return kept
}
