import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

type Props = {
  /** Which of how many kept versions is shown. */
  shown: { index: number; of: number }
  showNext: () => void
  discard: () => void
}

/** Says that words were put back which somebody had not saved, and lets them be thrown away or looked at in other versions. */
export function RestoredNotice({ shown, showNext, discard }: Props) {
  const t = useTranslations('site.form')
  return (
    <Notice>
      {t('restored')}{' '}
      <Button size="small" variant="quiet" onClick={discard} className="underline">
        {t('discard')}
      </Button>
      {shown.of > 1 && (
        <Button size="small" variant="quiet" onClick={showNext} className="underline">
          {t('otherVersion', { number: shown.index + 1, of: shown.of })}
        </Button>
      )}
    </Notice>
  )
}
