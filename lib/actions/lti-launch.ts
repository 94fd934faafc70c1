'use server'

import { redirect } from 'next/navigation'
import { continueLaunch } from '@/lib/server/lti/going-on'
import { refusedPath } from '@/lib/server/lti/refused-path'
import { currentViewer, loginSecret, startSession } from '@/lib/server/session'

/** Goes on with a launch that waits: the fields `ticket`, `account` (`own` or `new`) and `waiting` (`1`: a framed page does). */
export async function goOn(form: FormData): Promise<void> {
  const bearer = { viewer: await currentViewer(), secret: await loginSecret() }
  const answer = { account: form.get('account') === 'own' ? ('own' as const) : ('new' as const), waiting: form.get('waiting') === '1' }
  const gone = await continueLaunch(bearer, form.get('ticket'), answer)
  if (!gone.ok) redirect(refusedPath(gone.problems[0] ?? { code: 'unavailable', path: '' }))
  if (gone.value.userId !== null) await startSession(gone.value.userId)
  redirect(gone.value.path)
}
