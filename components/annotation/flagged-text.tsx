'use client'

import { useTranslations } from 'next-intl'
import { useId, useState, type KeyboardEvent, type ReactNode, type RefCallback } from 'react'
import { isComposing } from '@/components/ui/composing'
import { Picker, type Picked } from './picker'
import { useReading } from './reading-context'
import { useAddress } from './use-address'
import { useClickedFlags } from './use-clicked-flags'
import { usePainter } from './use-painter'
import { usePointerSelection } from './use-pointer-selection'
import { useReadingCursor } from './use-reading-cursor'

/**
 * The article's text as something to work on: it takes the pointer's and the keyboard's selections, shows the flags
 * painted over it, and answers a click on one.
 */
export function FlaggedText({ attach, children }: { attach: RefCallback<HTMLElement>; children: ReactNode }) {
  const t = useTranslations('reader')
  const { language } = useReading()
  const [picked, setPicked] = useState<Picked | null>(null)
  const hint = useId()
  const { cursor, onKeyDown, onBlur } = useReadingCursor(setPicked)
  const onClick = useClickedFlags(setPicked)
  usePointerSelection()
  usePainter(cursor)
  useAddress()

  return (
    <>
      <p id={hint} className="reader-hint" data-known={cursor ? '' : undefined}>
        {t('text.keys')}
      </p>
      <article
        ref={attach}
        id="text"
        lang={language}
        dir="auto"
        tabIndex={0}
        aria-label={t('text.name')}
        aria-describedby={hint}
        className="article-text"
        onKeyDown={(event: KeyboardEvent<HTMLElement>) => {
          event.currentTarget.removeAttribute('data-quiet')
          if (!isComposing(event)) onKeyDown(event.nativeEvent)
        }}
        onClick={(event) => onClick(event.nativeEvent)}
        onBlur={(event) => {
          event.currentTarget.removeAttribute('data-quiet')
          onBlur()
        }}
      >
        {children}
      </article>
      {picked && <Picker picked={picked} close={() => setPicked(null)} />}
    </>
  )
}
