import 'server-only'
import type { LiveCursor } from '@/lib/domain/live-cursor'
import { can } from '@/lib/domain/permissions'
import type { ArticleSubject } from '@/lib/domain/predicates'
import type { Viewer } from '@/lib/domain/viewer'
import { recordLayerSight } from './first-sights'
import { readStandings, seesAll } from './layer-standing'
import { currentSnapshot, readNews, type LayerEvent, type LayerNews } from './live-events'
import { eventFrames, openingFrame, removedFrame, staleFrame } from './live-frames'
import { longestQueue, type LiveStream } from './live-stream'
import { readViewers } from './live-viewers'

/** The readers of one layer in this process, all of whom were told everything up to one snapshot of the database. */
export type LiveChannel = {
  readonly streams: ReadonlySet<LiveStream>
  /**
   * Lets a reader in. `after` is where it stood when it was last here: it is told what happened since, or that this
   * cannot be told (`lost`: what it named is no cursor); null begins now.
   */
  admit(stream: LiveStream, after: LiveCursor | 'lost' | null): Promise<void>
  remove(stream: LiveStream): void
  /** Reads what is new and tells it, soon; calls that come meanwhile fold into one. */
  wake(): void
}

/** Milliseconds before the database is asked again after it failed to answer. */
const pause = 1000

/** Opens the channel of a layer; it begins now. */
export async function openChannel(layerId: string): Promise<LiveChannel> {
  const streams = new Set<LiveStream>()
  let place: LiveCursor = { snapshot: await currentSnapshot(), row: '0' }
  let last: Promise<unknown> = Promise.resolve()
  let asked = false
  let failed = false

  // One at a time: what a newcomer is told ends exactly where what everybody is told next begins.
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }

  const advance = async () => {
    asked = false
    if (streams.size === 0) return
    const news = await readNews(layerId, place)
    await deliver(news, place.snapshot, [...streams])
    if (news) place = { snapshot: news.snapshot, row: '0' }
    failed = false
  }

  const wake = () => {
    if (asked) return
    asked = true
    inTurn(advance).catch((error: unknown) => {
      if (!failed) console.error(`Live events of layer ${layerId} wait for the database:`, error)
      failed = true
      setTimeout(wake, pause).unref()
    })
  }

  return {
    streams,
    remove: (stream) => streams.delete(stream),
    wake,
    admit: (stream, after) =>
      inTurn(async () => {
        stream.push(openingFrame(place, 1000 + Math.floor(Math.random() * 3000)))
        if (after === 'lost') stream.push(staleFrame(place.snapshot))
        else if (after) await deliver(await readNews(layerId, after, place.snapshot), after.snapshot, [stream])
        if (stream.ended) return
        streams.add(stream)
        // While nobody was here nobody read, whatever was noticed.
        if (streams.size === 1) wake()
      }),
  }
}

/**
 * Sends news to those who may have it at this moment: who may no longer read the layer is cut off, and learns at the
 * door what became of it. Receivers who may see the same events share one chunk.
 */
async function deliver(news: LayerNews | null, since: string, streams: readonly LiveStream[]): Promise<void> {
  const viewers = await readViewers(new Set(streams.map((stream) => stream.credential)))
  const subjects = news ? await subjectsOf(news, [...viewers.values()]) : null
  const chunks = new Map<string, Uint8Array>()
  for (const stream of streams) {
    const viewer = viewers.get(stream.credential)
    const subject = viewer && subjects?.get(viewer)
    // Who sees but their own work at the moment follows nothing: an event of the others is not even silence.
    if (!news || !subject || !can(viewer, 'layer.read', subject) || !seesAll(subject)) {
      stream.close(news?.removed ? removedFrame : undefined)
      continue
    }
    const events = news.events.filter((event) => mayReceive(viewer, subject, event))
    if (news.complete && events.length === 0) continue
    if (subject.standing && events.some(({ authorId }) => authorId !== null && !subject.standing?.circle.includes(authorId))) {
      await recordLayerSight(viewer, news.layerId, subject.standing)
    }
    const key = events.map((event) => event.row).join()
    const chunk = chunks.get(key) ?? chunkOf(news, events, since)
    chunks.set(key, chunk)
    stream.push(chunk)
  }
}

/** What the rules must know of the layer for each of these viewers, by one statement at most. */
async function subjectsOf({ layerId, owner }: LayerNews, viewers: readonly Viewer[]): Promise<Map<Viewer, ArticleSubject>> {
  const { kind, ...article } = owner
  const standings = kind === 'open' ? [] : await readStandings(layerId, viewers)
  return new Map(viewers.map((viewer, i) => [viewer, standings[i] ? { ...article, standing: standings[i] } : article]))
}

/** A deletion is for whoever could have read the annotation before it. */
const mayReceive = (viewer: Viewer, article: ArticleSubject, { authorId }: LayerEvent) =>
  authorId === null || can(viewer, 'annotation.read', { authorId, deletedBy: null, article })

function chunkOf({ complete, snapshot }: LayerNews, events: readonly LayerEvent[], since: string): Uint8Array {
  if (!complete) return staleFrame(snapshot)
  const frames = eventFrames(events, since, snapshot)
  return frames.byteLength > longestQueue / 2 ? staleFrame(snapshot) : frames
}
