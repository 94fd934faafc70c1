'use server'

import { z } from 'zod'
import { sayFullReading } from '@/lib/server/full-readings'
import { currentViewer } from '@/lib/server/session'
import { turnedAway } from './turned-away'

const sent = z.object({ layerId: z.uuid(), said: z.enum(['yes', 'no']) })

/** What the button shows: whether it is said, and whether saying it failed. */
export type FullReadingState = { said: boolean; failed: boolean }

/** Says that one has read it all, or takes it back, from the form at the end of the text. */
export async function sayReadAll(before: FullReadingState, form: FormData): Promise<FullReadingState> {
  if (await turnedAway(form)) return { ...before, failed: true }
  const input = sent.safeParse(Object.fromEntries(form))
  const done = input.success ? await sayFullReading(await currentViewer(), input.data.layerId, input.data.said === 'yes') : null
  return done?.ok ? { said: done.value.said, failed: false } : { ...before, failed: true }
}
