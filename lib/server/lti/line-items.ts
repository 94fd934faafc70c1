import 'server-only'
import { z } from 'zod'
import { garbled, type Trouble } from '@/lib/domain/lti/trouble'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { webAddress } from '@/lib/domain/web-address'
import { db } from '../db'
import { callPlatform, serviceScopes } from './call-platform'
import { fetchPages } from './service-pages'
import type { PlatformAccess } from './service-token'

/** A link without a place for its scores, in a course that has such places. */
export type Unplaced = { linkId: string; resourceLinkId: string; lineItemsUrl: string; assignment: { id: string; title: string; points: number } }
type Placed = { ok: true; lineItem: string } | { ok: false; trouble: Trouble }

const lineItem = z.looseObject({ id: webAddress, resourceLinkId: z.string().nullish(), resourceId: z.string().nullish() })
const mostLineItems = 5_000
function lineItemsIn(json: unknown): Result<z.infer<typeof lineItem>[]> {
  const listed = z.array(z.unknown()).max(mostLineItems).safeParse(json)
  return listed.success ? accept(listed.data.flatMap((each) => lineItem.safeParse(each).data ?? [])) : refuse('platformGarbled')
}
const single = { accept: 'application/vnd.ims.lis.v2.lineitem+json', 'content-type': 'application/vnd.ims.lis.v2.lineitem+json' }

/**
 * The place for a link's scores: the one that the course has for it already, else a new one, which is kept with the link.
 * So that a process that ended between making and keeping makes no second one, it is always looked for first.
 */
export async function findLineItem(platform: PlatformAccess, { linkId, resourceLinkId, lineItemsUrl, assignment }: Unplaced): Promise<Placed> {
  const query = new URL(lineItemsUrl)
  query.searchParams.set('resource_link_id', resourceLinkId)
  const list = { address: query.href, accept: 'application/vnd.ims.lis.v2.lineitemcontainer+json', read: lineItemsIn }
  const whole = await fetchPages(platform, { ...list, scope: serviceScopes.lineItem }, mostLineItems)
  // Some platforms let a tool only look.
  const there = whole.ok || whole.trouble.problem.code !== 'platformScope' ? whole : await fetchPages(platform, { ...list, scope: serviceScopes.lineItemReading }, mostLineItems)
  if (!there.ok) return there
  // Some answer all of a course's, whatever they were asked.
  const own = there.items.filter((each) => each.resourceLinkId === resourceLinkId)
  const found = own.find(({ resourceId }) => resourceId === assignment.id) ?? own[0]
  if (found) return keep(linkId, found.id)
  if (!whole.ok) return whole
  const body = JSON.stringify({ label: assignment.title, scoreMaximum: Math.max(assignment.points, 1), resourceId: assignment.id, resourceLinkId })
  const made = await callPlatform(platform, [serviceScopes.lineItem], lineItemsUrl, { method: 'POST', headers: single, body })
  if (!made.ok) return made
  const parsed = lineItem.safeParse(made.value.json)
  return parsed.success ? keep(linkId, parsed.data.id) : { ok: false, trouble: garbled }
}

async function keep(linkId: string, url: string): Promise<Placed> {
  // A launch may have told another in the meantime, which counts.
  await db.ltiLink.updateMany({ where: { id: linkId, lineItemUrl: null }, data: { lineItemUrl: url } })
  return { ok: true, lineItem: url }
}
