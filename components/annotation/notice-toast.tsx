import { useTranslations } from 'next-intl'
import { useProblemText } from '@/components/site/problem-text'
import { useReading } from './reading-context'

/** Why something was not done, in a sentence that stays until it is read. */
export function NoticeToast() {
  const t = useTranslations('reader')
  const problemText = useProblemText()
  const { state, task, mine, dispatch } = useReading()
  const { notice } = state
  const shut = task?.shut ?? (mine ? t('signIn.managed') : problemText({ code: 'signInFirst', path: '' }))
  const sentence = () => {
    if (!notice) return null
    const { reason } = notice
    if (reason === 'draftKept') return t('notice.draftKept')
    if (reason === 'shut') return t('notice.notDone', { reason: shut })
    return t('notice.notDone', { reason: typeof reason === 'string' ? t(`notice.${reason}`) : problemText(reason) })
  }
  return (
    <p role="status" className={notice ? 'reader-toast' : 'sr-only'}>
      <span>{sentence()}</span>
      {notice && (
        <button type="button" onClick={() => dispatch({ type: 'settled' })}>
          {t('notice.close')}
        </button>
      )}
    </p>
  )
}
