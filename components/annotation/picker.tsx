import { useTranslations } from 'next-intl'
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { isComposing } from '@/components/ui/composing'
import type { Span } from '@/lib/domain/text/span'
import { LabelChips } from './label-chips'
import { PassageLinks } from './passage-links'
import { useReading } from './reading-context'

/** Several flags over one place of the text, and where on the screen that is. */
export type Picked = { x: number; y: number; ids: readonly string[]; span: Span }

/** A list of all flags that lie where somebody clicked, to choose one from. */
export function Picker({ picked, close }: { picked: Picked; close: () => void }) {
  const t = useTranslations('reader')
  const { state, dispatch, map } = useReading()
  const ref = useRef<HTMLDivElement>(null)
  const flags = picked.ids.flatMap((id) => state.standing.get(id) ?? [])

  useLayoutEffect(() => {
    const sheet = ref.current
    if (!sheet) return
    const { width, height } = sheet.getBoundingClientRect()
    const below = picked.y + 14 + height < window.innerHeight
    sheet.style.left = `${Math.max(8, Math.min(picked.x - 40, window.innerWidth - width - 8))}px`
    sheet.style.top = `${below ? picked.y + 14 : Math.max(8, picked.y - height - 14)}px`
    sheet.querySelector('button')?.focus({ preventScroll: true })
  }, [picked])
  useEffect(() => {
    const outside = (event: Event) => ref.current?.contains(event.target as Node) || close()
    document.addEventListener('pointerdown', outside)
    window.addEventListener('scroll', close, { passive: true, once: true })
    return () => {
      document.removeEventListener('pointerdown', outside)
      window.removeEventListener('scroll', close)
    }
  }, [close])

  const leave = () => {
    close()
    map?.root.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const buttons = [...(ref.current?.querySelectorAll('button') ?? [])]
    const now = buttons.findIndex((button) => button === document.activeElement)
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Escape') leave()
    else if (by !== 0) buttons[(now + by + buttons.length) % buttons.length]?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div ref={ref} role="dialog" aria-label={t('picker.name', { count: flags.length })} onKeyDown={onKeyDown} className="reader-picker">
      <p className="px-3 pt-2 pb-1 text-[12.5px] text-soft">{t('picker.name', { count: flags.length })}</p>
      <ul>
        {flags.map((flag) => (
          <li key={flag.id}>
            <button
              type="button"
              onClick={() => {
                dispatch({ type: 'chose', id: flag.id, from: 'text', at: picked.span.start })
                leave()
              }}
              className="grid w-full gap-0.5 px-3 py-2 text-left hover:bg-paper focus-visible:-outline-offset-2"
            >
              <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
                <LabelChips labels={flag.labels} />
                <bdi className="text-[12.5px] text-soft">{flag.author.name}</bdi>
              </span>
              <Quote words={flag.quote} />
            </button>
          </li>
        ))}
      </ul>
      <PassageLinks span={picked.span} className="border-t border-rule px-3 py-1.5 text-[13.5px]" />
    </div>
  )
}

function Quote({ words }: { words: string }) {
  const { language } = useReading()
  return (
    <q lang={language} dir="auto" className="line-clamp-1 font-serif text-[14px] text-soft reader-quote">
      {words}
    </q>
  )
}
