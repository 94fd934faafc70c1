import { useTranslations } from 'next-intl'
import { findLabel } from '@/lib/domain/codebook/registry'
import { dimensions, type LabelRef } from '@/lib/domain/codebook/codebook'
import { useLabelWords } from './label-words'
import { useReadingPlace } from './reading-context'
import { Swatch } from './swatch'

/** The labels of an annotation by name, each with the sign it is drawn with, in the order of the palette; or that it has none. */
export function LabelChips({ labels }: { labels: readonly LabelRef[] }) {
  const { codebook } = useReadingPlace()
  const words = useLabelWords()
  const t = useTranslations('reader')
  const ordered = dimensions.flatMap((dimension) => labels.filter((ref) => ref.dimension === dimension))
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-0.5">
      {labels.length === 0 && (
        <span className="inline-flex items-center gap-1.5 text-[13.5px] text-soft">
          <Swatch mark="plain" />
          {t('unlabelled.name')}
        </span>
      )}
      {ordered.map((ref) => {
        const label = findLabel(codebook, ref)
        return (
          <span key={`${ref.dimension}:${ref.label}`} className="inline-flex items-center gap-1.5 text-[13.5px] font-semibold">
            {label && <Swatch mark={label.mark} colour={label.colour} />}
            <span>
              <span className="sr-only">{words.dimension(ref.dimension).name}: </span>
              {words.label(ref).name}
            </span>
          </span>
        )
      })}
    </span>
  )
}
