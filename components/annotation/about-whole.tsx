import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'
import { MarginCard } from './margin-card'
import { useReading } from './reading-context'

/** As many are shown before somebody asks for all: the passages come below. */
const few = 5

/** What was said about the article as a whole, and so stands beside none of its words. */
export function AboutWhole() {
  const t = useTranslations('reader')
  const { aboutWhole, state } = useReading()
  const [all, setAll] = useState(false)
  const name = useId()
  const list = useRef<HTMLUListElement>(null)
  const chosen = state.chosen?.id
  const place = aboutWhole.findIndex(({ id }) => id === chosen)
  const shown = all || place >= few ? aboutWhole : aboutWhole.slice(0, few)

  useEffect(() => {
    if (place >= 0) list.current?.children[place]?.scrollIntoView({ block: 'nearest' })
  }, [place])
  if (aboutWhole.length === 0) return null
  return (
    <section aria-labelledby={name} className="reader-whole">
      <h2 id={name} className="font-sans text-[13.5px] font-medium">
        {t('whole.title', { count: aboutWhole.length })}
      </h2>
      <ul ref={list} className="grid gap-2">
        {shown.map((annotation) => (
          <li key={annotation.id}>
            <MarginCard annotation={annotation} />
          </li>
        ))}
      </ul>
      {shown.length < aboutWhole.length && (
        <button type="button" className="min-h-7 justify-self-start text-[13px] underline" onClick={() => setAll(true)}>
          {t('whole.all', { count: aboutWhole.length })}
        </button>
      )}
    </section>
  )
}
