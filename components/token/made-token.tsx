'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'

/** A token that was just made: the only time that it is shown. */
export function MadeToken({ token, name, onKept }: { token: string; name: string; onKept: () => void }) {
  const t = useTranslations('tokens')
  const [copied, setCopied] = useState<'copied' | 'notCopied' | null>(null)
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => panel.current?.focus(), [])
  const copy = async () => {
    field.current?.select()
    // Refused where the page is not served over https, or the browser asks and is told no.
    const done = await navigator.clipboard?.writeText(token).then(() => true, () => false)
    setCopied(done ? 'copied' : 'notCopied')
  }
  return (
    <div
      ref={panel}
      role="group"
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-warning`}
      className="mt-7 grid gap-3 border-l-[3px] border-accent bg-sheet px-4 py-4 outline-none sm:px-5"
    >
      <h3 id={`${id}-title`} className="font-semibold wrap-anywhere">
        {t('shown.title', { name })}
      </h3>
      <p id={`${id}-warning`} className="text-[15px]">
        {t('shown.warning')}
      </p>
      <div className="flex flex-wrap gap-2">
        <input
          ref={field}
          readOnly
          value={token}
          aria-label={t('shown.label')}
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
          className="min-h-10 min-w-0 flex-1 basis-[22rem] rounded-md border border-line bg-paper px-3 font-mono text-[13.5px]"
        />
        <Button variant="primary" onClick={copy}>
          {t('shown.copy')}
        </Button>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button size="small" onClick={onKept}>
          {t('shown.another')}
        </Button>
        <p role="status" className="text-[13.5px] text-soft">
          {copied && t(`shown.${copied}`)}
        </p>
      </div>
    </div>
  )
}
