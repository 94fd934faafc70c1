import 'server-only'
import { createHash } from 'node:crypto'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'

/** The PostgreSQL channel that says in which layer readers came or went. */
export const presenceChannel = 'gloss_readers'

/** Seconds after which the readers of a process that says nothing more no longer count: three heartbeats. */
const forgotten = 45

type Readers = ReadonlyMap<string, Iterable<string>>

/**
 * How a viewer counts in a layer: a person once, whatever windows they have open, somebody signed out once a window. It
 * is a hash that differs from layer to layer, so that the table does not say who reads what at a glance.
 */
export function readerKey(viewer: Viewer, layerId: string, streamId: string): string {
  const whole = viewer.kind === 'user' ? `${layerId} ${viewer.id}` : streamId
  return createHash('sha256').update(whole).digest('base64url').slice(0, 16)
}

/**
 * Says who reads which layers through this process, in one statement however many; a layer without readers is taken
 * out. `aloud` tells the other processes that something changed.
 */
export async function reportReaders(processId: string, layers: Readers, how: 'aloud' | 'silently'): Promise<void> {
  const rows = [...layers].map(([layerId, readers]) => ({ layerId, readers: [...new Set(readers)] }))
  if (rows.length === 0) return
  await db.$executeRaw`
    with said as (
      select "layerId", readers
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row("layerId" uuid, readers text[])
    ), gone as (
      delete from "LayerReaders"
      where "processId" = ${processId}::uuid and "layerId" in (select "layerId" from said where readers = '{}')
    ), here as (
      insert into "LayerReaders" ("layerId", "processId", readers, "seenAt")
      select "layerId", ${processId}::uuid, readers, now() from said where readers <> '{}'
      on conflict ("layerId", "processId") do update set readers = excluded.readers, "seenAt" = excluded."seenAt"
    )
    select pg_notify(${presenceChannel}, "layerId"::text) from said where ${how === 'aloud'}`
}

/** How many read each of these layers now, through all processes together. A layer that nobody reads is left out. */
export async function countReaders(layerIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ layerId: string; readers: number }[]>`
    select "layerId", count(distinct reader)::int as readers
    from "LayerReaders", unnest(readers) reader
    where "layerId" = any(${layerIds}::uuid[]) and "seenAt" > now() - make_interval(secs => ${forgotten}::int)
    group by "layerId"`
  return new Map(rows.map(({ layerId, readers }) => [layerId, readers]))
}

/** Removes what processes left behind that ended without a word, or this process as it ends. */
export async function forgetReaders(processId?: string): Promise<void> {
  await db.$executeRaw`
    delete from "LayerReaders"
    where "processId" = ${processId ?? null}::uuid or "seenAt" < now() - make_interval(secs => ${forgotten * 4}::int)`
}
