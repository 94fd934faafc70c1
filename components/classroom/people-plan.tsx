'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { RosterPlan } from '@/lib/server/class-people'

type Props = { plan: RosterPlan; mail: boolean; pending: boolean; onEdit: () => void; onAdd: () => void }

/** What adding a list would do, line by line, before it is done. `mail`: this server sends mail. */
export function PeoplePlan({ plan: { entries }, mail, pending, onEdit, onAdd }: Props) {
  const [t, columns] = [useTranslations('classroom.roster'), useTranslations('classroom.people.columns')]
  const [codes, invited] = (['code', 'invited'] as const).map((wanted) => entries.filter(({ fate }) => fate === wanted).length) as [number, number]
  const count = codes + invited
  const sections = entries.some(({ section }) => section)
  const cell = 'py-2 pr-5 align-baseline'
  return (
    <>
      <h2 className="text-[19px] font-semibold">{invited > 0 ? t('readyInvited', { codes, invited }) : t('ready', { count })}</h2>
      {invited > 0 && <p className="-mt-4 max-w-[42em] text-[15px] text-soft">{t(mail ? 'invitedLead' : 'invitedLeadUnsent')}</p>}
      <div className="relative scroll-hint overflow-x-auto" tabIndex={0} role="region" aria-label={t('caption')}>
        <table className="w-full text-[15px]">
          <thead className="text-left text-[13px] text-soft">
            <tr className="border-b border-rule">
              <th scope="col" className={`${cell} w-14 font-normal`}>{t('lineColumn')}</th>
              <th scope="col" className={`${cell} font-normal`}>{columns('name')}</th>
              {sections && <th scope="col" className={`${cell} font-normal`}>{columns('section')}</th>}
              <th scope="col" className={`${cell} font-normal`}>{t('fateColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ line, name, email, section, fate }) => (
              <tr key={line} className="border-b border-rule">
                <td className={`${cell} text-soft`}>{line}</td>
                <th scope="row" className={`${cell} text-left font-medium wrap-anywhere`}>
                  {name}
                  {email && <span className="block text-[13.5px] font-normal text-soft">{email}</span>}
                </th>
                {sections && <td className={cell}>{section}</td>}
                <td className={`${cell} ${fate === 'there' || fate === 'waiting' ? 'text-soft' : ''}`}>{t(`fates.${fate === 'invited' && !mail ? 'invitedUnsent' : fate}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="flex flex-wrap gap-3">
        {count > 0 && (
          <Button variant="primary" aria-busy={pending} onClick={() => !pending && onAdd()}>
            {invited > 0 ? t('submitInvited', { codes, invited }) : t('submit', { count })}
          </Button>
        )}
        <Button variant="quiet" onClick={onEdit}>
          {t('edit')}
        </Button>
      </div>
    </>
  )
}
