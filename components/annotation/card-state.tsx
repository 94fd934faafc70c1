import { useTranslations } from 'next-intl'
import { useProblemText } from '@/components/site/problem-text'
import { useHasDraft } from './drafts'
import { useReadingPlace } from './reading-context'
import type { Write } from './writes'

/** What stands between an annotation and the server: not sent yet, refused with a reason, or a draft not saved. */
export function CardState({ id, write }: { id: string; write: Write | undefined }) {
  const t = useTranslations('reader')
  const problemText = useProblemText()
  const { dispatch, layerId } = useReadingPlace()
  const draft = useHasDraft(layerId, id)
  if (write?.state === 'unsent') return <p className="text-[13px] text-danger">{t('unsent.card')}</p>
  if (write?.state === 'refused' && write.problem) {
    return (
      <div role="alert" className="grid gap-1 text-[13px] text-danger" onClick={(event) => event.stopPropagation()}>
        <p>{problemText(write.problem)}</p>
        <p className="flex gap-4">
          <button type="button" className="min-h-7 underline" onClick={() => dispatch({ type: 'retried', id })}>
            {t('unsent.retry')}
          </button>
          <button type="button" className="min-h-7 underline" onClick={() => dispatch({ type: 'discarded', id })}>
            {t('unsent.discard')}
          </button>
        </p>
      </div>
    )
  }
  return draft ? <p className="text-[13px] text-soft">{t('draft.card')}</p> : null
}
