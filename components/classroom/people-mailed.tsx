import { useFormatter, useTranslations } from 'next-intl'
import { revokeInvitation } from '@/lib/actions/class-people'
import type { Invitation } from '@/lib/server/class-invitations'
import { ClassForm } from './class-form'
import { CopyLink } from './people-copy-link'

type Props = { classId: string; zone: string; site: string; invitations: readonly (Invitation & { email: string })[] }

/** Who was invited by mail: who has come, who has not yet, who did not in time. `site`: what links begin with. */
export function PeopleMailed({ classId, zone, site, invitations }: Props) {
  const [t, roles, format] = [useTranslations('classroom.ways'), useTranslations('classroom.roles'), useFormatter()]
  const stateOf = ({ accepted, usable, expiresAt }: Invitation) => {
    if (accepted) return t('accepted')
    if (!usable) return t('late')
    return expiresAt ? t('waiting', { date: format.dateTime(new Date(expiresAt), { dateStyle: 'medium', timeZone: zone }) }) : t('waitingEndless')
  }
  const accepted = invitations.filter((each) => each.accepted).length
  return (
    <div className="mt-8 grid gap-2">
      <h3 className="font-semibold">
        {t('mailed')} <span className="font-normal text-soft">{t('mailCounts', { accepted, all: invitations.length })}</span>
      </h3>
      <p className="text-[14px] text-soft">{t('mailedNote')}</p>
      <ul aria-label={t('mailed')} className="divide-y divide-rule border-y border-rule">
        {invitations.toSorted((a, b) => Number(a.accepted) - Number(b.accepted) || (a.email < b.email ? -1 : 1)).map((invitation) => (
          <li key={invitation.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2.5">
            <div className="min-w-0">
              <p className="text-[15px] wrap-anywhere">{invitation.email}</p>
              <p className="text-[13.5px] text-soft wrap-anywhere">
                <span aria-hidden="true">{invitation.accepted ? '✓ ' : '○ '}</span>
                {[stateOf(invitation), roles(invitation.role), ...(invitation.section ? [invitation.section] : [])].join(' · ')}
              </p>
            </div>
            <div className="flex flex-wrap items-center gap-2">
              {invitation.usable && <CopyLink link={`${site}/join/${invitation.code}`} name={t('copyMail', { email: invitation.email })} />}
              <ClassForm
                action={revokeInvitation}
                submit={t(invitation.usable ? 'withdraw' : 'clear')}
                hidden={{ classId, invitationId: invitation.id }}
                look={{ variant: 'quiet', size: 'small', 'aria-label': t(invitation.usable ? 'withdrawThat' : 'clearThat', { email: invitation.email }) }}
              />
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
