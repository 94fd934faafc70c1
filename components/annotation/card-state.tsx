import { useTranslations } from 'next-intl'
import { useSignInPath } from '@/components/form/use-sign-in-path'
import { useProblemText } from '@/components/site/problem-text'
import { removeAndFocus } from '@/components/ui/remove-and-focus'
import { CardConflict } from './card-conflict'
import { useHasDraft } from './drafts'
import { LabelChips } from './label-chips'
import { useReadingPlace } from './reading-context'
import { SaidParts } from './said-parts'
import type { Write } from './writes'

/** What stands between an annotation and the server: not sent yet, refused with a reason, or a draft not saved. */
export function CardState({ id, write }: { id: string; write: Write | undefined }) {
  const t = useTranslations('reader')
  const problemText = useProblemText()
  const { dispatch, layerId, map } = useReadingPlace()
  const signIn = useSignInPath()
  const leave = (type: 'retried' | 'discarded') =>
    removeAndFocus(() => dispatch({ type, id }), [document.getElementById(`card-${id}`), map?.root])
  const draft = useHasDraft(layerId, id)
  if (write?.theirs) return <CardConflict id={id} want={write.want} theirs={write.theirs} />
  if (write?.state === 'unsent') return <p className="text-[13px] text-danger">{t('unsent.card')}</p>
  if (write?.state === 'refused' && write.problem) {
    return (
      <div role="alert" className="grid gap-1 text-[13px] text-danger" onClick={(event) => event.stopPropagation()}>
        <p>{problemText(write.problem)}</p>
        <p>{t('unsent.refused')}</p>
        <LabelChips labels={write.want.content.labels} />
        <SaidParts said={write.want.content} />
        <p className="flex gap-4">
          {write.problem.code === 'signInFirst' && (
            <a href={signIn} className="inline-flex min-h-7 items-center underline">
              {t('signIn.again')}
            </a>
          )}
          <button type="button" className="min-h-7 underline" onClick={() => leave('retried')}>
            {t('unsent.retry')}
          </button>
          <button type="button" className="min-h-7 underline" onClick={() => leave('discarded')}>
            {t('unsent.discard')}
          </button>
        </p>
      </div>
    )
  }
  return draft ? <p className="text-[13px] text-soft">{t('draft.card')}</p> : null
}
