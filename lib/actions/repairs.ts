'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { refuse, type Result } from '@/lib/domain/problem'
import { boundedText } from '@/lib/domain/text/line'
import { span } from '@/lib/domain/text/span'
import { storableText } from '@/lib/domain/text/storable'
import type { Viewer } from '@/lib/domain/viewer'
import { restoreAnnotation } from '@/lib/server/annotations'
import { acceptAnchor, letGo, placeAnchor, placeByWords } from '@/lib/server/repairs'
import { currentViewer } from '@/lib/server/session'
import { readForm, refused, type FormState } from './form-state'
import { formTurnedAway } from './turned-away'

const sent = z.object({
  deed: z.enum(['accept', 'place', 'let-go', 'restore']),
  id: z.uuid({ error: 'notFound' }),
  revision: z.coerce.number().int().positive(),
  slug: z.string().min(1).max(300),
  after: z.union([z.uuid(), z.literal('')]).optional(),
  /** Where the words were selected; empty where they were typed. */
  start: z.string().optional(),
  end: z.string().optional(),
  words: boundedText(20_000).pipe(storableText).optional(),
})
type Sent = z.infer<typeof sent>

/** One deed of the repair view, from its form; where it succeeds the view is shown again without the annotation. */
export async function repairAnnotation(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(sent, form)
  const done = input.ok ? await repair(await currentViewer(), input.value) : input
  if (!input.ok || !done.ok) return refused(done.ok ? [] : done.problems, form, 'words', 'start', 'end')
  const { slug, after, deed, id } = input.value
  const said = new URLSearchParams({ done: deed, flag: id, ...(after && { after }) })
  redirect(`/articles/${encodeURIComponent(slug)}/revisions/repair?${said}`)
}

function repair(viewer: Viewer, { deed, id, revision, words = '', start, end }: Sent): Promise<Result<unknown>> | Result<never> {
  if (deed === 'accept') return acceptAnchor(viewer, id, revision)
  if (deed === 'let-go') return letGo(viewer, id)
  if (deed === 'restore') return restoreAnnotation(viewer, id)
  if (!start || !end) return placeByWords(viewer, id, { revision, words })
  const target = span.safeParse({ start: Number(start), end: Number(end) })
  // A browser sends the lines of a form with carriage returns.
  const quote = words.replaceAll('\r\n', '\n')
  return target.success ? placeAnchor(viewer, id, { revision, target: target.data, quote }) : refuse('passageEmpty', 'words')
}
