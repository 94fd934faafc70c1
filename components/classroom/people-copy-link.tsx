'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'

/**
 * Copies a link, under its full `name`; where the browser does not let it, shows the link. `label`: what the button says
 * where that is not "Copy the link".
 */
export function CopyLink({ link, name, label }: { link: string; name: string; label?: string }) {
  const t = useTranslations('classroom.ways')
  const [copied, setCopied] = useState<boolean | null>(null)
  const copy = async () => setCopied((await navigator.clipboard?.writeText(link).then(() => true, () => false)) ?? false)
  return (
    <>
      <span role="status" className="text-[13.5px] text-soft wrap-anywhere">
        {copied === null ? '' : copied ? t('copied') : t('notCopied', { link })}
      </span>
      <Button size="small" aria-label={name} onClick={copy}>
        {label ?? t('copy')}
      </Button>
    </>
  )
}
