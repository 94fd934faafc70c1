'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { ButtonLink } from '@/components/site/button-link'
import { Button } from '@/components/ui/button'
import { QrCode } from '@/components/ui/qr-code'
import { printedCode } from '@/lib/domain/classroom/code'

type Props = { className: string; codes: readonly { name: string; code: string }[]; signInAddress: string; leave: string }

/** One card a student, to print and cut apart. Until it was printed the browser asks before it lets the page go. */
export function PeopleSheet({ className, codes, signInAddress, leave }: Props) {
  const t = useTranslations('classroom.sheet')
  const [printed, setPrinted] = useState(false)
  useEffect(() => {
    if (printed) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    const done = () => setPrinted(true)
    window.addEventListener('beforeunload', hold)
    window.addEventListener('afterprint', done)
    return () => {
      window.removeEventListener('beforeunload', hold)
      window.removeEventListener('afterprint', done)
    }
  }, [printed])
  return (
    <section className="grid gap-4">
      <div className="grid gap-3 print:hidden">
        <h2 className="text-[19px] font-semibold">{t('title')}</h2>
        <p className="max-w-[42em]">{t('once')}</p>
        <div className="flex flex-wrap gap-3">
          <Button variant="primary" onClick={() => window.print()}>
            {t('print')}
          </Button>
          <ButtonLink href={leave}>{t('leave')}</ButtonLink>
        </div>
      </div>
      <ul className="grid border-t border-l border-dashed border-line sm:grid-cols-2 print:grid-cols-2">
        {codes.map(({ name, code }) => (
          <li key={code} className="grid content-between gap-3 border-r border-b border-dashed border-line p-5 break-inside-avoid">
            <div>
              <p className="text-[12.5px] text-soft wrap-anywhere">{className}</p>
              <p className="font-serif text-[19px] leading-snug font-semibold wrap-anywhere">{name}</p>
            </div>
            <div className="flex flex-wrap items-end justify-between gap-3 text-[13px]">
              <div className="min-w-0">
                <p>
                  {t('how')}
                  <span className="block font-medium wrap-anywhere">{signInAddress}</span>
                </p>
                <p className="my-1 font-mono text-[21px] tracking-wide whitespace-nowrap">{printedCode(code)}</p>
                <p className="text-[12px] text-soft">{t('keep')}</p>
              </div>
              <QrCode text={`${signInAddress}#${code}`} label={t('qr', { name })} className="w-24 shrink-0" />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
