'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'

/** Copies the link of a class's code; where the browser does not let it, shows the link. */
export function CopyLink({ link, code }: { link: string; code: string }) {
  const t = useTranslations('classroom.ways')
  const [copied, setCopied] = useState<boolean | null>(null)
  const copy = async () => setCopied((await navigator.clipboard?.writeText(link).then(() => true, () => false)) ?? false)
  return (
    <>
      <span role="status" className="text-[13.5px] text-soft wrap-anywhere">
        {copied === null ? '' : copied ? t('copied') : t('notCopied', { link })}
      </span>
      <Button size="small" aria-label={t('copyThat', { code })} onClick={copy}>
        {t('copy')}
      </Button>
    </>
  )
}
