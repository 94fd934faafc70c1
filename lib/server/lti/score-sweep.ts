import 'server-only'
import { sameScore, scoreBody, scoreOf, scoresAddress } from '@/lib/domain/lti/score'
import { mostTries, pauseAfter, type Trouble } from '@/lib/domain/lti/trouble'
import { db } from '../db'
import { callPlatform, serviceScopes } from './call-platform'
import { assignmentsToTell, holdOf, keepOutcomes, postponeDueScores, takeDueScores, type DueScore, type Outcome } from './due-scores'
import { findLineItem } from './line-items'
import type { PlatformAccess } from './service-token'

type Sweep = { signal: AbortSignal; now?: () => Date }
type Telling = Required<Sweep> & { going: () => boolean }

/** How many platforms are told at once, how many rows are taken of one, and how many of these are on their way at once. */
const [platformsAtOnce, batch, onTheWay] = [4, 40, 4]
/** How many assignments are looked through at once. */
const together = 50
/** No new rows are taken after so long, in milliseconds: the next sweep goes on. */
const longest = 4 * 60_000

/**
 * Tells every platform of all work that it has not been told of as it is, or of that within some assignments. A platform
 * that fails is left alone for a while, and holds no other up. Any number of processes may do it at once.
 */
export async function sendDueScores(within: readonly string[] | null, { signal, now = () => new Date() }: Sweep): Promise<void> {
  const links = { some: { links: { some: within ? { assignmentId: { in: [...within] } } : {} } } }
  const platforms = await db.ltiPlatform.findMany({
    where: { disabledAt: null, deployments: { some: { allowedAt: { not: null }, contexts: links } } },
    select: { id: true, clientId: true, tokenUrl: true, tokenAudience: true },
    orderBy: { createdAt: 'asc' },
  })
  const end = now().getTime() + longest
  const going = () => !signal.aborted && now().getTime() < end
  const one = async () => {
    for (let platform = platforms.shift(); platform && going(); platform = platforms.shift()) await tellPlatform(platform, within, { signal, now, going })
  }
  await Promise.all(Array.from({ length: platformsAtOnce }, one))
}

async function tellPlatform(platform: PlatformAccess, within: readonly string[] | null, told: Telling): Promise<void> {
  const assignments = within ?? (await assignmentsToTell(platform.id, told.now()))
  for (let at = 0; at < assignments.length; at += together) {
    if (!(await tellOf(platform, assignments.slice(at, at + together), told))) return
  }
}

/** @returns whether the platform may be told more */
async function tellOf(platform: PlatformAccess, within: readonly string[], { signal, now, going }: Telling): Promise<boolean> {
  const hold = await holdOf(platform.id, now())
  if (hold) {
    await postponeDueScores(platform.id, hold.problem, hold.until, within, now())
    return true
  }
  while (going()) {
    const due = await takeDueScores(platform.id, batch, within, now())
    if (due.length === 0) return true
    const { outcomes, trouble } = await tellBatch(platform, due, { signal, now })
    await keepOutcomes(outcomes, now())
    if (!trouble) continue
    const tries = Math.max(...due.map((row) => row.tries)) + 1
    await postponeDueScores(platform.id, trouble.problem, nextTry(trouble, Math.min(tries, mostTries - 1), now()) ?? now(), within, now())
    return false
  }
  return false
}

/** Tells a few at a time. Where the platform itself is in trouble, or all of a few fail, the rest counts as tried. */
async function tellBatch(platform: PlatformAccess, due: readonly DueScore[], { signal, now }: Required<Sweep>): Promise<{ outcomes: Outcome[]; trouble: Trouble | null }> {
  const [outcomes, places]: [Outcome[], Map<string, Promise<Place>>] = [[], new Map()]
  const place = (row: DueScore) => {
    const known = places.get(row.linkId) ?? placeOf(platform, row)
    places.set(row.linkId, known)
    return known
  }
  for (let at = 0; at < due.length && !signal.aborted; at += onTheWay) {
    const few = due.slice(at, at + onTheWay)
    const told = await Promise.all(few.map(async (row) => ({ row, came: await tellOne(platform, row, await place(row), now()) })))
    const troubles = told.flatMap(({ came }) => ('trouble' in came ? came.trouble : []))
    const trouble = troubles.find((each) => each.platform) ?? (troubles.length === few.length && troubles.every(({ again }) => again) ? troubles[0] : undefined)
    outcomes.push(...told.map(({ row, came }) => outcomeOf(row, came, now())))
    if (!trouble) continue
    outcomes.push(...due.slice(at + onTheWay).map((row) => outcomeOf(row, { trouble }, now())))
    return { outcomes, trouble }
  }
  return { outcomes, trouble: null }
}

type Place = Awaited<ReturnType<typeof findLineItem>>
type Came = { sent: ReturnType<typeof scoreOf> } | { trouble: Trouble }

async function placeOf(platform: PlatformAccess, { lineItemUrl, lineItemsUrl, ...row }: DueScore): Promise<Place> {
  if (lineItemUrl !== null) return { ok: true, lineItem: lineItemUrl }
  return findLineItem(platform, { ...row, lineItemsUrl: lineItemsUrl! })
}

async function tellOne(platform: PlatformAccess, { work, last, subject }: DueScore, place: Place, now: Date): Promise<Came> {
  const score = scoreOf(work, last, now.getTime())
  if (last && sameScore(score, last)) return { sent: { ...last, of: score.of } }
  if (!place.ok) return place
  const question = { method: 'POST', headers: { 'content-type': 'application/vnd.ims.lis.v1.score+json' }, body: scoreBody(score, subject) } as const
  const answer = await callPlatform(platform, [serviceScopes.score], scoresAddress(place.lineItem), question)
  return answer.ok ? { sent: score } : answer
}

function outcomeOf({ linkId, userId, tries, work: { of } }: DueScore, came: Came, now: Date): Outcome {
  if ('sent' in came) return { linkId, userId, sent: came.sent }
  return { linkId, userId, problem: came.trouble.problem, of, nextTryAt: nextTry(came.trouble, tries + 1, now), held: came.trouble.platform && came.trouble.wait !== null }
}

/** After so many tries that failed; what a platform asks for counts where it is longer. */
function nextTry({ again, wait }: Trouble, tries: number, now: Date): Date | null {
  const pause = again ? pauseAfter(tries) : null
  return pause === null ? null : new Date(now.getTime() + Math.max(pause, wait ?? 0))
}
