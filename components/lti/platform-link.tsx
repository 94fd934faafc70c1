'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { ClassForm } from '@/components/classroom/class-form'
import { CopyLink } from '@/components/classroom/people-copy-link'
import { makeRegistrationLink } from '@/lib/actions/platforms'

/** Makes a link by which a platform registers itself, and shows it this once. */
export function PlatformLink() {
  const t = useTranslations('platforms.link')
  return <ClassForm action={makeRegistrationLink} submit={t('make')} look={{ variant: 'plain' }} done={({ address }) => <Made address={String(address)} />} />
}

function Made({ address }: { address: string }) {
  const t = useTranslations('platforms.link')
  const id = useId()
  return (
    <div className="grid gap-2">
      <p id={id}>{t('made')}</p>
      <div className="flex flex-wrap items-center gap-3">
        <input
          readOnly
          value={address}
          aria-label={t('label')}
          aria-describedby={id}
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
          className="min-h-10 min-w-0 flex-1 basis-[20rem] rounded-md border border-line bg-paper px-3 font-mono text-[13.5px]"
        />
        <CopyLink link={address} name={t('copyLink')} label={t('copyLink')} />
      </div>
    </div>
  )
}
