'use client'

import { useTranslations } from 'next-intl'
import { TextField } from '@/components/account/text-field'
import { ClassForm } from '@/components/classroom/class-form'
import { addPlatform, changePlatform } from '@/lib/actions/platforms'
import type { PlatformEntry } from '@/lib/server/lti/platforms'

type Details = Pick<PlatformEntry, 'id' | 'name' | 'issuer' | 'clientId' | 'authorizationUrl' | 'tokenUrl' | 'keysUrl' | 'tokenAudience'>
const names = ['name', 'issuer', 'clientId', 'authorizationUrl', 'tokenUrl', 'keysUrl', 'tokenAudience', 'deploymentId'] as const
const addresses: readonly string[] = ['issuer', 'authorizationUrl', 'tokenUrl', 'keysUrl']

/** Enters a platform, or changes one (`of`). */
export function PlatformForm({ of }: { of?: Details }) {
  const [t, edit] = [useTranslations('platforms.add'), useTranslations('platforms.edit')]
  const hints: Partial<Record<(typeof names)[number], string>> = {
    name: t('nameHint'),
    issuer: t('issuerHint'),
    tokenAudience: t('tokenAudienceHint'),
    deploymentId: t('deploymentIdHint'),
  }
  return (
    <ClassForm
      action={of ? changePlatform : addPlatform}
      hidden={of ? { platformId: of.id } : {}}
      fields={names}
      draftKey={of ? `platform/${of.id}` : 'new-platform'}
      submit={of ? edit('submit') : t('submit')}
      label={of ? edit('title') : t('title')}
      done={() => edit('saved')}
    >
      {names
        .filter((name) => !of || name !== 'deploymentId')
        .map((name) => (
          <TextField
            key={name}
            name={name}
            label={name === 'tokenAudience' || name === 'deploymentId' ? t('optional', { label: t(name) }) : t(name)}
            hint={hints[name]}
            autoComplete="off"
            spellCheck={false}
            inputMode={addresses.includes(name) ? 'url' : undefined}
            defaultValue={of && name !== 'deploymentId' ? (of[name] ?? '') : undefined}
          />
        ))}
    </ClassForm>
  )
}
