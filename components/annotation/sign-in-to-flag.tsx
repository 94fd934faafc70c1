import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/site/button-link'
import { useReading } from './reading-context'
import type { Passage } from './reading-state'
import { keepSelection } from './use-address'

/**
 * Where the labels would be for somebody who may not flag: why, or for who is not signed in the way there, and back with
 * the selection kept.
 */
export function SignInToFlag({ passage }: { passage: Passage }) {
  const t = useTranslations('reader')
  const { slug, task, mine } = useReading()
  if (task?.shut || mine) return <p className="p-2 text-[14.5px]">{task?.shut ?? t('signIn.managed')}</p>
  return (
    <div className="grid justify-items-start gap-3 p-2">
      <p className="text-[14.5px]">{t('signIn.text')}</p>
      <ButtonLink
        variant="primary"
        size="small"
        href={`/sign-in?next=${encodeURIComponent(`/articles/${slug}`)}`}
        onClick={() => keepSelection(slug, passage)}
      >
        {t('signIn.button')}
      </ButtonLink>
    </div>
  )
}
