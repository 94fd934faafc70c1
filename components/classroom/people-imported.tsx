'use client'

import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/site/button-link'
import { useProblemText } from '@/components/site/problem-text'
import { Notice } from '@/components/ui/notice'
import type { AddedList } from '@/lib/server/class-list'
import { PeopleSheet } from './people-sheet'

type Props = { of: { id: string; name: string }; added: AddedList; signInAddress: string }

/** What came of a class list, and the sheet of sign-in codes, which is shown this once. */
export function PeopleImported({ of, added: { added, codes, invited, sent, left, stopped }, signInAddress }: Props) {
  const [t, problemText] = [useTranslations('classroom.roster'), useProblemText()]
  const toPeople = `/classes/${of.id}/people`
  return (
    <>
      <div className="grid gap-3 print:hidden">
        <Notice tone="success">
          {(added > 0 || invited === 0) && <p>{t('done', { count: added })}</p>}
          {invited > 0 && <p>{t(sent ? 'invited' : 'invitedUnsent', { count: invited })}</p>}
        </Notice>
        {stopped && (
          <Notice tone="error">
            {t('notInvited', { count: left })} {problemText(stopped)}
          </Notice>
        )}
      </div>
      {codes.length > 0 ? (
        <PeopleSheet className={of.name} codes={codes} signInAddress={signInAddress} leave={toPeople} />
      ) : (
        <div>
          <ButtonLink href={toPeople} variant="primary">
            {t('toPeople')}
          </ButtonLink>
        </div>
      )}
    </>
  )
}
