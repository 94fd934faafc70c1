'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ProblemNotice } from '@/components/form/problem-notice'
import { useSending } from '@/components/form/use-sending'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { revokeToken } from '@/lib/actions/tokens'

/** Takes a token back, after asking once more. */
export function RevokeToken({ id, name }: { id: string; name: string }) {
  const [t, site] = [useTranslations('tokens'), useTranslations('site')]
  const [asked, setAsked] = useState(false)
  const { state: { problems }, form, pending } = useSending(revokeToken)
  return (
    <>
      <Button size="small" aria-label={t('revokeThat', { name })} onClick={() => setAsked(true)}>
        {t('revoke')}
      </Button>
      <Dialog open={asked} onClose={() => setAsked(false)} title={t('sure')} closeLabel={site('close')}>
        <p>{t('sureText', { name })}</p>
        <form {...form} className="flex flex-wrap justify-end gap-3">
          {problems.map((problem) => (
            <div key={problem.code} className="w-full">
              <ProblemNotice problem={problem} />
            </div>
          ))}
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
