import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { HistoryStep } from '@/lib/server/annotation-history'
import { revisionAddress } from './revision-address'

type Props = { slug: string; language: string; id: string; steps: readonly HistoryStep[] }

/** Where an annotation stood, version by version, with the way to each. */
export function AnnotationHistory({ slug, language, id, steps }: Props) {
  const t = useTranslations('revisions.history')
  return (
    <ol className="grid gap-3">
      {steps.map(({ from, to, state, repair, quote }) => (
        <li key={from} className="grid gap-0.5 border-l-2 border-rule pl-3 text-[14px]">
          <p className="flex flex-wrap gap-x-2 text-[13px] text-soft">
            <span>{from === to ? t('step', { from }) : t('steps', { from, to })}</span>
            <span aria-hidden="true">·</span>
            <span>{t(`state.${repair === 'placed' ? 'placed' : state}`)}</span>
            {state !== 'orphaned' && (
              <>
                <span aria-hidden="true">·</span>
                <Link href={revisionAddress(slug, to, id)} className="underline">
                  {t('read')}
                </Link>
              </>
            )}
          </p>
          {quote === '' ? (
            <span>{t('whole')}</span>
          ) : (
            <q lang={language} dir="auto" className={`font-serif ${state === 'orphaned' ? 'text-soft line-through' : ''}`}>
              {shortened(quote)}
            </q>
          )}
        </li>
      ))}
    </ol>
  )
}

function shortened(quote: string): string {
  const characters = Array.from(quote)
  return characters.length > 300 ? `${characters.slice(0, 280).join('')}…` : quote
}
