'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { TextField } from '@/components/account/text-field'
import { ClassForm } from '@/components/classroom/class-form'
import { addDeployment, allowDeployment } from '@/lib/actions/platforms'
import type { DeploymentEntry } from '@/lib/server/lti/platforms'

/** The installations of this tool in a platform, each with whether people may come from it, and a field for another. */
export function PlatformDeployments({ platformId, deployments }: { platformId: string; deployments: readonly DeploymentEntry[] }) {
  const [t, add, format] = [useTranslations('platforms.deployments'), useTranslations('platforms.add'), useFormatter()]
  return (
    <div className="grid gap-5">
      {deployments.length === 0 ? (
        <p className="border-y border-rule py-3 text-[15px] text-soft">{t('none')}</p>
      ) : (
        <ul className="divide-y divide-rule border-y border-rule">
          {deployments.map(({ id, deploymentId, createdAt, allowedAt, courses }) => (
            <li key={id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3">
              <div className="min-w-0">
                <p className="font-mono text-[14px] wrap-anywhere">{deploymentId}</p>
                <p className="text-[13.5px] text-soft">
                  <span className={allowedAt ? '' : 'font-medium text-ink'}>{allowedAt ? t('allowed') : t('asks', { when: format.dateTime(createdAt, { dateStyle: 'medium' }) })}</span>
                  {' · '}
                  {t('courses', { count: courses })}
                </p>
              </div>
              <ClassForm
                action={allowDeployment}
                hidden={{ platformId, id, to: allowedAt ? 'refused' : 'allowed' }}
                submit={allowedAt ? t('refuse') : t('allow')}
                look={{ size: 'small', variant: allowedAt ? 'plain' : 'primary', 'aria-label': allowedAt ? t('refuseThat', { id: deploymentId }) : t('allowThat', { id: deploymentId }) }}
              />
            </li>
          ))}
        </ul>
      )}
      <ClassForm action={addDeployment} hidden={{ platformId }} fields={['deploymentId']} submit={t('add')} look={{ variant: 'plain' }} row>
        <TextField name="deploymentId" label={add('deploymentId')} autoComplete="off" spellCheck={false} />
      </ClassForm>
    </div>
  )
}
