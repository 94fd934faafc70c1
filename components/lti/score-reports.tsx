'use client'

import { useTranslations } from 'next-intl'
import { ClassForm } from '@/components/classroom/class-form'
import { ClassMoment } from '@/components/classroom/class-moment'
import { useProblemText } from '@/components/site/problem-text'
import { Section } from '@/components/ui/page'
import { sendScoresAgain } from '@/lib/actions/platforms'
import type { ScoreReport } from '@/lib/server/lti/scores'

type Props = { assignmentId: string; zone: string; reports: readonly ScoreReport[] }

/** What platforms were told of the work in an assignment, and whom they could not be told of, with why. */
export function ScoreReports({ assignmentId, zone, reports }: Props) {
  const t = useTranslations('platforms.scores')
  if (reports.length === 0) return null
  return (
    <Section title={t('title')} note={t('note')}>
      <div className="grid gap-6">
        {reports.map((report) => (
          <Report key={report.linkId} zone={zone} report={report} />
        ))}
        {reports.some(({ failed }) => failed.length > 0) && <ClassForm action={sendScoresAgain} hidden={{ assignmentId }} submit={t('again')} look={{ variant: 'plain' }} done={() => t('sending')} />}
      </div>
    </Section>
  )
}

function Report({ zone, report: { platform, course, off, without, sent, lastSent, waiting, failed } }: { zone: string; report: ScoreReport }) {
  const [t, text] = [useTranslations('platforms.scores'), useProblemText()]
  const line = [t('sent', { count: sent }), ...(waiting > 0 ? [t('waiting', { count: waiting })] : [])]
  return (
    <div className="grid gap-1.5">
      <h3 className="font-medium wrap-anywhere">{t('where', { platform, course })}</h3>
      <p className="text-[14px] text-soft">
        {line.join(' · ')}
        {lastSent && <> · {t.rich('last', { when: () => <ClassMoment at={Date.parse(lastSent)} zone={zone} /> })}</>}
      </p>
      {off && <p className="text-[14px]">{t('off')}</p>}
      {without && <p className="text-[14px]">{t('without')}</p>}
      {failed.length > 0 && (
        <details open={failed.length <= 5} className="text-[14px]">
          <summary className="min-h-6 text-danger">{t('failed', { count: failed.length })}</summary>
          <ul className="mt-1 divide-y divide-rule border-y border-rule">
            {failed.map(({ userId, name, problem, nextTryAt }) => (
              <li key={userId} className="grid gap-x-4 py-2 sm:grid-cols-[12rem_1fr]">
                <span className="font-medium wrap-anywhere">{name}</span>
                <span className="text-soft">
                  {text(problem)} <span>{nextTryAt ? t.rich('next', { when: () => <ClassMoment at={Date.parse(nextTryAt)} zone={zone} /> }) : t('stopped')}</span>
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
