'use client'

import { useTranslations } from 'next-intl'
import { ActionForm, type ActionFormProps } from '@/components/form/action-form'

/** The sentences that say that a form is done: words of `account`. */
type Done =
  | 'forgot.sent' | 'verify.done' | 'settings.profileSaved' | 'settings.confirmSent' | 'settings.passwordSaved'
  | 'settings.ended' | 'settings.othersEnded'

/** A form of the account pages: empty again when it is done, and its button as wide as the column where nothing is said. */
export function AccountForm({
  done,
  doneValues,
  look,
  ...rest
}: Omit<ActionFormProps, 'wait' | 'done'> & {
  done?: Done
  /** Figures and names of the sentence that only the page knows. */
  doneValues?: Record<string, string | number>
}) {
  const t = useTranslations('account')
  return (
    <ActionForm
      after="blank form"
      {...rest}
      wait={t('wait')}
      look={look ?? { className: 'w-full' }}
      done={done && ((values) => t(done, { ended: 0, email: '', ...doneValues, ...values }))}
    />
  )
}
