'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { continueLaunch } from '@/lib/server/lti/going-on'
import * as platforms from '@/lib/server/lti/own-platforms'
import { refusedPath } from '@/lib/server/lti/refused-path'
import { currentViewer, loginSecret, startSession } from '@/lib/server/session'
import { readForm, refused, type FormState } from './form-state'
import { formOverLimit, overLimit } from './turned-away'
import { proven } from './proven'

/** Goes on with a launch that waits: the fields `ticket`, `account` (`own` or `new`) and `waiting` (`1`: a framed page does). */
export async function goOn(form: FormData): Promise<void> {
  if (await overLimit()) return
  const bearer = { viewer: await currentViewer(), secret: await loginSecret() }
  const answer = { account: form.get('account') === 'own' ? ('own' as const) : ('new' as const), waiting: form.get('waiting') === '1' }
  const gone = await continueLaunch(bearer, form.get('ticket'), answer)
  if (!gone.ok) redirect(refusedPath(gone.problems[0] ?? { code: 'unavailable', path: '' }))
  if (gone.value.userId !== null) await startSession(gone.value.userId)
  redirect(gone.value.path)
}

const linked = z.object({ platform: z.uuid({ error: 'notFound' }), subject: z.string().max(255, { error: 'notFound' }) })

/** Parts one's own account from a learning platform's person: the fields `platform` and `subject`. */
export async function leavePlatform(_: FormState, form: FormData): Promise<FormState> {
  const over = await formOverLimit(form)
  if (over) return over
  const input = readForm(linked, form)
  const proof = input.ok ? await proven(form) : input
  const left = input.ok && proof.ok ? await platforms.leavePlatform(await currentViewer(), input.value.platform, input.value.subject) : proof
  if (!left.ok) return refused(left.problems, form)
  refresh()
  return { problems: [], values: {}, done: {} }
}
