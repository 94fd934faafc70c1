import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { removeAndFocus } from '@/components/ui/remove-and-focus'
import { LabelChips } from './label-chips'
import { useReadingPlace } from './reading-context'
import { SaidParts } from './said-parts'
import type { Known, Write } from './writes'

/** Two versions of one's own flag, the one written here and the one that another window or device left, to choose from. Both are kept until then. */
export function CardConflict({ id, want, theirs }: { id: string; want: Write['want']; theirs: Known }) {
  const t = useTranslations('reader')
  const { dispatch, map } = useReadingPlace()
  const choose = (type: 'insisted' | 'discarded') =>
    removeAndFocus(() => dispatch({ type, id }), [document.getElementById(`card-${id}`), map?.root])
  return (
    <div role="alert" className="grid gap-2 border-l-[3px] border-danger pl-3 text-[13px]" onClick={(event) => event.stopPropagation()}>
      <p className="text-danger">{t('conflict.text')}</p>
      <Version name={t('conflict.mine')} version={want} />
      <Version name={t('conflict.theirs')} version={theirs} />
      <p className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => choose('insisted')}>
          {t('conflict.keepMine')}
        </Button>
        <Button size="small" onClick={() => choose('discarded')}>
          {t('conflict.keepTheirs')}
        </Button>
      </p>
    </div>
  )
}

function Version({ name, version: { content, gone } }: { name: string; version: Write['want'] }) {
  const t = useTranslations('reader')
  return (
    <section aria-label={name} className="grid gap-1">
      <h3 className="font-sans text-[13px] font-semibold">{name}</h3>
      {gone ? (
        <p>{t('conflict.gone')}</p>
      ) : (
        <>
          <LabelChips labels={content.labels} />
          <SaidParts said={content} />
          {content.confidence && <p>{t(`confidence.${content.confidence}`)}</p>}
        </>
      )}
    </section>
  )
}
