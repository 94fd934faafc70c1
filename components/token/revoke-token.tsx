'use client'

import { useTranslations } from 'next-intl'
import { startTransition, useActionState, useState, type FormEvent } from 'react'
import { useProblemText } from '@/components/site/problem-text'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/actions/form-state'
import { revokeToken } from '@/lib/actions/tokens'

const untouched: FormState = { problems: [], values: {} }

/** Takes a token back, after asking once more. */
export function RevokeToken({ id, name }: { id: string; name: string }) {
  const [t, site, text] = [useTranslations('tokens'), useTranslations('site'), useProblemText()]
  const [asked, setAsked] = useState(false)
  const [{ problems }, revoke, pending] = useActionState(revokeToken, untouched)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    if (!pending) startTransition(() => revoke(form))
  }
  return (
    <>
      <Button size="small" aria-label={t('revokeThat', { name })} onClick={() => setAsked(true)}>
        {t('revoke')}
      </Button>
      <Dialog open={asked} onClose={() => setAsked(false)} title={t('sure')} closeLabel={site('close')}>
        <p>{t('sureText', { name })}</p>
        {problems.map((problem) => (
          <Notice key={problem.code} tone="error">
            {text(problem)}
          </Notice>
        ))}
        <form onSubmit={send} className="flex flex-wrap justify-end gap-3">
          <input type="hidden" name="token" value={id} />
          <Button onClick={() => setAsked(false)}>{site('cancel')}</Button>
          <Button type="submit" variant="danger" aria-busy={pending}>
            {t('revokeNow')}
          </Button>
        </form>
      </Dialog>
    </>
  )
}
