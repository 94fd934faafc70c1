'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { attempt } from '@/components/form/attempt'
import { pageOwner } from '@/components/kept/owner'
import { ButtonLink } from '@/components/site/button-link'
import { useProblemText } from '@/components/site/problem-text'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { beginImport } from '@/lib/actions/imports'
import type { Problem } from '@/lib/domain/problem'
import type { ImportView } from '@/lib/server/imports'

/** An import that came to nothing: why, and what can be done instead. */
export function ImportStopped({ view }: { view: ImportView }) {
  const t = useTranslations('article.import')
  const text = useProblemText()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Problem | null>(null)
  const again = async () => {
    setBusy(true)
    const form = new FormData()
    form.set('address', view.address)
    form.set('reader', pageOwner())
    const answer = await attempt(() => beginImport({ problems: [], values: {} }, form))
    const id = answer?.done?.importId
    if (id !== undefined) return router.push(`/articles/new?import=${id}`)
    setRefused(answer?.problems[0] ?? { code: 'unavailable', path: '' })
    setBusy(false)
  }
  const problem = refused ?? view.problem
  return (
    <section className="grid gap-5 border-t border-rule pt-5">
      <p className="font-serif text-lg [overflow-wrap:anywhere]">
        <bdi>{view.file ?? view.address}</bdi>
      </p>
      {view.state === 'cancelled' && !refused ? <Notice>{t('cancelled')}</Notice> : <Notice tone="error">{text(problem ?? { code: 'unavailable', path: '' })}</Notice>}
      <div className="flex flex-wrap gap-3">
        <ButtonLink variant="primary" href="/articles/new?way=paste">
          {t('paste')}
        </ButtonLink>
        {view.file === null && (
          <Button onClick={() => void again()} aria-busy={busy}>
            {t('again')}
          </Button>
        )}
        <ButtonLink href={view.file === null ? '/articles/new?way=address' : '/articles/new?way=upload'}>{view.file === null ? t('other') : t('otherFile')}</ButtonLink>
      </div>
    </section>
  )
}
