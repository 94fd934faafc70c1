import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { goOn } from '@/lib/actions/lti-launch'

type Props = { ticket: string; waiting: boolean; platform: string; person: string; own: string | null }

/** Goes on with a launch; whoever is signed in with an account of their own is asked whether it is to be that one, and nothing is chosen for them. */
export function LaunchContinuation({ ticket, waiting, platform, person, own }: Props) {
  const t = useTranslations('lti.continue')
  return (
    <form action={goOn} className="grid justify-items-start gap-6">
      <input type="hidden" name="ticket" value={ticket} />
      {waiting && <input type="hidden" name="waiting" value="1" />}
      {own === null ? (
        <input type="hidden" name="account" value="new" />
      ) : (
        <fieldset className="grid w-full divide-y divide-rule border-y border-rule">
          <legend className="sr-only">{t('whose')}</legend>
          <Choice value="own" label={t('own', { name: own })} hint={t('ownHint', { platform })} />
          <Choice value="new" label={t('made', { name: person })} hint={t('madeHint', { platform })} />
        </fieldset>
      )}
      <Button type="submit" variant="primary">
        {t('submit')}
      </Button>
    </form>
  )
}

function Choice({ value, label, hint }: { value: 'own' | 'new'; label: string; hint: string }) {
  return (
    <label className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-3 py-3">
      <input type="radio" name="account" value={value} required className="size-4 translate-y-0.5 accent-ink" />
      <span>
        <span className="font-medium wrap-anywhere">{label}</span>
        <span className="block text-[13.5px] text-soft">{hint}</span>
      </span>
    </label>
  )
}
