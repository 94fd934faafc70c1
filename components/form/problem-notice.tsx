'use client'

import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/site/button-link'
import { useProblemText } from '@/components/site/problem-text'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Problem } from '@/lib/domain/problem'
import { useSignInPath } from './use-sign-in-path'

/**
 * What is wrong with a form as a whole, with the way out of it: to sign in and be back, to try again, to load the page anew.
 * Without `retry` the form around is sent again.
 */
export function ProblemNotice({ problem, retry }: { problem: Problem; retry?: () => void }) {
  const t = useTranslations('site')
  const text = useProblemText()
  const signIn = useSignInPath()
  return (
    <div data-problem tabIndex={-1} className="outline-none">
      <Notice tone="error">
        <p>{text(problem)}</p>
        {problem.code === 'signInFirst' && (
          <p className="mt-2">
            <ButtonLink size="small" href={signIn}>
              {t('signIn')}
            </ButtonLink>
          </p>
        )}
        {(problem.code === 'unreachable' || problem.code === 'unavailable') && (
          <p className="mt-2">
            <Button type={retry ? 'button' : 'submit'} size="small" onClick={retry}>
              {t('retry')}
            </Button>
          </p>
        )}
        {problem.code === 'otherReader' && (
          <p className="mt-2">
            <Button size="small" onClick={() => window.location.reload()}>
              {t('form.reload')}
            </Button>
          </p>
        )}
      </Notice>
    </div>
  )
}
