import { useTranslations } from 'next-intl'
import type { LabelRef } from '@/lib/domain/codebook/codebook'
import { useLabelWords } from './label-words'

/** What the label under the pointer or the focus means, with an example and one that only looks like it. */
export function LabelHint({ label }: { label: LabelRef | null }) {
  const t = useTranslations('reader')
  const words = useLabelWords()
  const said = label && words.label(label)
  return (
    <div className="reader-label-hint">
      {said ? (
        <>
          <p>
            {t.rich('palette.definition', { ...said, b: (name) => <strong className="font-semibold text-ink">{name}</strong> })}
          </p>
          <p>
            {t('palette.example', { example: said.example })} {t('palette.counterExample', { example: said.counterExample })}
          </p>
        </>
      ) : (
        <p>{t('palette.hint')}</p>
      )}
    </div>
  )
}
