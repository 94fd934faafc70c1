import { layerRemoved, layerRevised, liveEventNames, type LiveEventName } from '@/lib/domain/live'
import { parseLiveEvent, type AnnotationEvent } from '@/lib/domain/parse-live-event'
import { backoff } from './live-backoff'

/** What a connection tells. Annotations come gathered over a moment, so that a thousand are drawn once. */
export type LiveListener = {
  opened: () => void
  lost: () => void
  told: (events: AnnotationEvent[]) => void
  revised: (revision: number) => void
  /** Too much was missed to be told. */
  stale: () => void
  readers: (count: number) => void
  /** The article was taken away or made private: nothing more comes. */
  removed: () => void
}

const gather = 60
/** Milliseconds after which a page out of sight lets go: a browser has six connections for all its tabs of a site. */
const doze = 30_000

/**
 * Follows the live events of a layer from `cursor` on until the answer is called. The browser comes back by itself
 * after most losses; after a refusal, a sleep or a change of network it is done here, from the last place that was told.
 */
export function connectLive(layerId: string, cursor: string, listener: LiveListener): () => void {
  let place = cursor
  let source: EventSource | null = null
  let failures = 0
  let over = false
  let news: AnnotationEvent[] = []
  let retry: ReturnType<typeof setTimeout> | undefined
  let asleep: ReturnType<typeof setTimeout> | undefined
  let gathered: ReturnType<typeof setTimeout> | undefined

  const flush = () => {
    clearTimeout(gathered)
    gathered = undefined
    const events = news
    news = []
    if (events.length > 0) listener.told(events)
  }
  const hear = (name: LiveEventName, { data, lastEventId }: MessageEvent<string>) => {
    if (lastEventId) place = lastEventId
    const event = parseLiveEvent(name, data)
    if (!event) return
    if (event.name === 'presence') return listener.readers(event.data.readers)
    if (event.name === 'layer.stale') return listener.stale()
    if (event.name === layerRemoved) {
      over = true
      close()
      return listener.removed()
    }
    if (event.name === layerRevised) return listener.revised(event.data.revision)
    news.push(event.data)
    gathered ??= setTimeout(flush, gather)
  }
  const close = () => {
    clearTimeout(retry)
    source?.close()
    source = null
  }
  const open = () => {
    close()
    if (over) return
    const opened = new EventSource(`/api/v1/layers/${layerId}/events?after=${encodeURIComponent(place)}`)
    source = opened
    opened.onopen = () => {
      failures = 0
      listener.opened()
    }
    opened.onerror = () => {
      if (source !== opened) return
      listener.lost()
      // A browser does not come back after a refusal (too many streams, a server that is ending).
      if (opened.readyState !== EventSource.CLOSED) return
      failures += 1
      retry = setTimeout(open, backoff(failures, Math.random()))
    }
    for (const name of liveEventNames) opened.addEventListener(name, (event: MessageEvent<string>) => hear(name, event))
  }

  const onSight = () => {
    clearTimeout(asleep)
    if (document.visibilityState === 'hidden') asleep = setTimeout(close, doze)
    else if (!source) open()
  }
  // A stream does not notice that its network is gone, and one that waits to come back need not wait any longer.
  const onNetwork = () => source && open()
  const onShow = ({ persisted }: PageTransitionEvent) => persisted && !source && open()

  document.addEventListener('visibilitychange', onSight)
  window.addEventListener('online', onNetwork)
  window.addEventListener('offline', onNetwork)
  window.addEventListener('pagehide', close)
  window.addEventListener('pageshow', onShow)
  open()
  return () => {
    document.removeEventListener('visibilitychange', onSight)
    window.removeEventListener('online', onNetwork)
    window.removeEventListener('offline', onNetwork)
    window.removeEventListener('pagehide', close)
    window.removeEventListener('pageshow', onShow)
    clearTimeout(asleep)
    clearTimeout(gathered)
    close()
  }
}
