'use client'

import { useTranslations } from 'next-intl'
import { AssignmentAsk } from '@/components/classroom/assignment-ask'
import { ClassForm } from '@/components/classroom/class-form'
import { removePlatform, switchPlatform } from '@/lib/actions/platforms'

/** Switches a platform off or on again, and forgets one that nobody ever came from (`unused`). */
export function PlatformState({ platformId, off, unused }: { platformId: string; off: boolean; unused: boolean }) {
  const t = useTranslations('platforms.state')
  return (
    <div className="flex flex-wrap gap-3">
      {off ? (
        <ClassForm action={switchPlatform} hidden={{ platformId, to: 'on' }} submit={t('on')} />
      ) : (
        <AssignmentAsk action={switchPlatform} hidden={{ platformId, to: 'off' }} label={t('off')} title={t('off')}>
          <p>{t('offNote')}</p>
        </AssignmentAsk>
      )}
      {unused && (
        <AssignmentAsk action={removePlatform} hidden={{ platformId }} label={t('remove')} title={t('remove')}>
          <p>{t('removeNote')}</p>
        </AssignmentAsk>
      )}
    </div>
  )
}
