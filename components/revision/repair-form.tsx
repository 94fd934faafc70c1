'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ProblemNotice } from '@/components/form/problem-notice'
import { useSending } from '@/components/form/use-sending'
import { useProblemText } from '@/components/site/problem-text'
import { Button } from '@/components/ui/button'
import { repairAnnotation } from '@/lib/actions/repairs'
import type { Span } from '@/lib/domain/text/span'
import { PassageChooser } from './passage-chooser'

type Props = {
  id: string
  revision: number
  slug: string
  after: string | undefined
  language: string
  mine: boolean
  /** It stands somewhere; else it is detached. */
  stands: boolean
  likely: (Span & { quote: string }) | null
  around: { start: number; text: string; at: number }
}

/** What can be done about a flag whose words were edited. Every deed is a form of its own, so that it needs no script. */
export function RepairForm({ id, revision, slug, after, language, mine, stands, likely, around }: Props) {
  const t = useTranslations('revisions.repair')
  const problemText = useProblemText()
  const { state, form: sending, pending: busy } = useSending(repairAnnotation)
  const said = state.problems[0]
  const problem = said ? problemText(said) : null
  const aboutWords = said?.path === 'words' || said?.path === 'quote' || said?.path === 'target'

  const form = (deed: string, children: ReactNode) => (
    <form {...sending} className="contents">
      <input type="hidden" name="deed" value={deed} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="after" value={after ?? ''} />
      {children}
    </form>
  )
  return (
    <div className="grid gap-3">
      {said && !aboutWords && <ProblemNotice problem={said} />}
      <div className="flex flex-wrap gap-2">
        {likely &&
          form(
            'place',
            <>
              <input type="hidden" name="start" value={likely.start} />
              <input type="hidden" name="end" value={likely.end} />
              <input type="hidden" name="words" value={likely.quote} />
              <Button type="submit" size="small" variant="primary" disabled={busy}>
                {t('acceptLikely')}
              </Button>
            </>,
          )}
        {form(
          'accept',
          <Button type="submit" size="small" variant={stands ? 'primary' : 'plain'} disabled={busy}>
            {t(stands ? 'accept' : 'keep')}
          </Button>,
        )}
      </div>
      <details open={aboutWords || undefined}>
        <summary className="py-1.5 text-[14px] underline underline-offset-4">{t('choose')}</summary>
        {form(
          'place',
          <div className="grid justify-items-stretch gap-3 pt-2 pb-3">
            <PassageChooser around={around} language={language} error={aboutWords ? problem : null} typed={state.values.words ?? ''} />
            <Button type="submit" size="small" disabled={busy} className="justify-self-start">
              {t(busy ? 'busy' : 'place')}
            </Button>
          </div>,
        )}
      </details>
      <details>
        <summary className="py-1.5 text-[14px] underline underline-offset-4">{t('letGo')}</summary>
        {form(
          'let-go',
          <div className="flex flex-wrap items-center gap-3 pt-2">
            <p className="text-[13.5px] text-soft">{t(mine ? 'letGoAsk' : 'letGoOther')}</p>
            <Button type="submit" size="small" variant="danger" disabled={busy}>
              {t('letGoYes')}
            </Button>
          </div>,
        )}
      </details>
    </div>
  )
}
