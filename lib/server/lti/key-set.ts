import 'server-only'
import type { JSONWebKeySet } from 'jose'
import { z } from 'zod'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { callService, serviceLimits } from '../fetch/call-service'

/** How long a platform's keys are believed without asking again, in milliseconds: so long a key that was withdrawn counts. */
const fresh = 10 * 60_000
/** How soon they are asked for again when a launch names a key that is not among them, and when they could not be fetched. */
const [sooner, afterFailure] = [10_000, 5_000]
/** How long the last good ones are believed while no others can be had. */
const stale = 6 * 60 * 60_000

type Kept = { at: number; keys: Promise<Result<JSONWebKeySet>> }
const kept = new Map<string, Kept>()
const lastGood = new Map<string, { at: number; keys: JSONWebKeySet }>()

/**
 * The public keys of a platform, fetched from where it publishes them: once for everybody who comes at the same time, and
 * again after ten minutes; while they cannot be had, those of the last six hours are good. `unless`: a set that turned out to lack a key, so that another is wanted if that one has been
 * here for ten seconds. Refused as `platformKeys` where they cannot be had.
 */
export async function platformKeys(keysUrl: string, unless: JSONWebKeySet | null = null, now = Date.now()): Promise<Result<JSONWebKeySet>> {
  const known = kept.get(keysUrl)
  if (known && !(await isDue(known, unless, now))) return known.keys
  // Of those who waited together the first one asks.
  const asked = kept.get(keysUrl)
  if (asked && asked !== known) return asked.keys
  const keys = fetchOrRemember(keysUrl, now)
  kept.set(keysUrl, { at: now, keys })
  keys.catch(() => kept.delete(keysUrl))
  return keys
}

async function isDue({ at, keys }: Kept, unless: JSONWebKeySet | null, now: number): Promise<boolean> {
  const last = await keys
  if (!last.ok) return now - at >= afterFailure
  return now - at >= (last.value === unless ? sooner : fresh)
}

async function fetchOrRemember(keysUrl: string, now: number): Promise<Result<JSONWebKeySet>> {
  const fetched = await fetchKeys(keysUrl)
  if (fetched.ok) lastGood.set(keysUrl, { at: now, keys: fetched.value })
  const last = lastGood.get(keysUrl)
  return !fetched.ok && last && now - last.at < stale ? accept(last.keys) : fetched
}

/** As many keys as any platform has, each an object; which of them is good for what, the library knows. */
const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).max(200) })

async function fetchKeys(keysUrl: string): Promise<Result<JSONWebKeySet>> {
  const answer = await callService(keysUrl, { headers: { accept: 'application/json, application/jwk-set+json' } }, { limits: { ...serviceLimits, total: 10_000, bytes: 500_000 } })
  const set = answer.ok && answer.value.status === 200 ? keySet.safeParse(answer.value.json) : null
  return set?.success ? accept(set.data) : refuse('platformKeys')
}
