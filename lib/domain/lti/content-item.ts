import { z } from 'zod'

/** What a platform is told of an assignment that was chosen in deep linking; moments in milliseconds since 1970. */
export type Choice = { id: string; title: string; points: number; opens: number | null; due: number | null }

const moment = z.object({ startDateTime: z.string().optional(), endDateTime: z.string().optional() })

/** A link that a platform is to make (Deep Linking 2.0, section 3.2): to one assignment, with a place for its scores. */
export const contentItem = z.object({
  type: z.literal('ltiResourceLink'),
  title: z.string(),
  url: z.string(),
  custom: z.object({ assignment: z.string() }),
  window: z.object({ targetName: z.string() }).optional(),
  lineItem: z.object({ label: z.string(), scoreMaximum: z.number(), resourceId: z.string() }).optional(),
  available: moment.optional(),
  submission: moment.optional(),
})
export type ContentItem = z.infer<typeof contentItem>

/** What was chosen for a platform, as it is kept until it is handed over; none of them is "nothing after all". */
export const contentItems = z.array(contentItem).max(100)

/**
 * The link that a platform makes of an assignment. Where the platform can, it opens a window of its own, since we are not
 * shown in frames. `launchUrl` is the address that all launches go to; which assignment it is comes back as a custom
 * parameter. A line item is asked for where the platform takes one and there are points to give: its maximum must be above zero.
 */
export function contentItemOf({ id, title, points, opens, due }: Choice, launchUrl: string, takes: { lineItem: boolean; window: boolean }): ContentItem {
  return {
    type: 'ltiResourceLink',
    title,
    url: launchUrl,
    custom: { assignment: id },
    ...(takes.window && { window: { targetName: '_blank' } }),
    ...(takes.lineItem && points > 0 && { lineItem: { label: title, scoreMaximum: points, resourceId: id } }),
    ...(opens !== null && { available: { startDateTime: isoOf(opens) } }),
    ...(due !== null && { submission: { endDateTime: isoOf(due) } }),
  }
}

const isoOf = (moment: number) => new Date(moment).toISOString()
