'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useSending } from '@/components/form/use-sending'
import { useProblemText } from '@/components/site/problem-text'
import { Notice } from '@/components/ui/notice'
import { repairAnnotation } from '@/lib/actions/repairs'

type Props = {
  deed: 'accept' | 'place' | 'let-go' | 'restore'
  id: string
  slug: string
  revision: number
  after: string | undefined
  /** Only its author can bring back a flag, and only where they let it go themselves. */
  mine: boolean
}

/** Says what was done to the last flag, with the way to it, or back. */
export function RepairDone({ deed, id, slug, revision, after, mine }: Props) {
  const t = useTranslations('revisions.repair')
  const problemText = useProblemText()
  const { state, form, pending } = useSending(repairAnnotation)
  const said = state.problems[0]
  return (
    <Notice tone={said ? 'error' : 'success'}>
      <div className="flex flex-wrap items-baseline gap-x-4">
        <span>{said ? problemText(said) : t(`done.${deed}`)}</span>
        {deed !== 'let-go' && (
          <Link href={`/articles/${slug}#a=${id}`} className="underline">
            {t('see')}
          </Link>
        )}
        {deed === 'let-go' && mine && (
          <form {...form}>
            <input type="hidden" name="deed" value="restore" />
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="revision" value={revision} />
            <input type="hidden" name="slug" value={slug} />
            <input type="hidden" name="after" value={after ?? ''} />
            <button type="submit" disabled={pending} className="min-h-7 underline">
              {t('undo')}
            </button>
          </form>
        )}
      </div>
    </Notice>
  )
}
