import { useFormatter, useTranslations } from 'next-intl'
import { revokeInvitation } from '@/lib/actions/class-people'
import { QrCode } from '@/components/ui/qr-code'
import { printedCode } from '@/lib/domain/classroom/code'
import type { Invitation } from '@/lib/server/class-invitations'
import { ClassForm } from './class-form'
import { CopyLink } from './people-copy-link'

type Props = { classId: string; zone: string; site: string; invitations: readonly Invitation[] }

/** The codes by which a class can be joined. `site`: the site's address, which links begin with. */
export function PeopleWays({ classId, zone, site, invitations }: Props) {
  const [t, roles, format] = [useTranslations('classroom.ways'), useTranslations('classroom.roles'), useFormatter()]
  if (invitations.length === 0) return <p className="border-y border-rule py-3 text-[15px] text-soft">{t('none')}</p>
  const factsOf = ({ role, section, places, used, expiresAt, usable }: Invitation) => [
    ...(usable ? [] : [t('usedUp')]),
    roles(role),
    ...(section ? [section] : []),
    t('used', { places: places ?? 0, used }),
    expiresAt ? t('until', { date: format.dateTime(new Date(expiresAt), { dateStyle: 'medium', timeZone: zone }) }) : t('endless'),
  ]
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {invitations.map((invitation) => {
        const code = printedCode(invitation.code)
        return (
          <li key={invitation.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <div className="min-w-0">
              <p className={`font-mono text-[19px] tracking-wide ${invitation.usable ? '' : 'text-soft line-through'}`}>{code}</p>
              <p className="text-[13.5px] text-soft wrap-anywhere">{factsOf(invitation).join(' · ')}</p>
              {invitation.usable && (
                <details className="mt-1 text-[13.5px]">
                  <summary className="inline-block min-h-6 cursor-pointer underline underline-offset-2">{t('qr')}</summary>
                  <QrCode text={`${site}/join/${invitation.code}`} label={t('qrOf', { code })} className="mt-2 w-56" />
                </details>
              )}
            </div>
            <div className="flex flex-wrap items-center gap-2">
              {invitation.usable && <CopyLink link={`${site}/join/${invitation.code}`} name={t('copyThat', { code })} />}
              <ClassForm
                action={revokeInvitation}
                submit={t('revoke')}
                hidden={{ classId, invitationId: invitation.id }}
                look={{ variant: 'quiet', size: 'small', 'aria-label': t('revokeThat', { code }) }}
              />
            </div>
          </li>
        )
      })}
    </ul>
  )
}
