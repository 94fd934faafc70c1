import { useTranslations } from 'next-intl'
import { useId, useRef, type CSSProperties, type KeyboardEvent } from 'react'
import { isComposing } from '@/components/ui/composing'
import { KeyCap } from '@/components/ui/key-cap'
import type { Dimension, Label, LabelRef } from '@/lib/domain/codebook/codebook'
import { sameLabel } from './filter'
import { useLabelWords } from './label-words'
import { Swatch } from './swatch'

type Props = {
  dimension: Dimension
  labels: readonly Label[]
  chosen: readonly LabelRef[]
  toggle: (ref: LabelRef) => void
  /** Which label the pointer or the focus is on. */
  hint: (ref: LabelRef | null) => void
  more: { open: boolean; toggle: () => void } | null
}

/** One dimension of the palette: its labels as buttons, its key on each. Tab goes from row to row, arrows within a row. */
export function PaletteRow({ dimension, labels, chosen, toggle, hint, more }: Props) {
  const t = useTranslations('reader')
  const words = useLabelWords()
  const name = useId()
  const row = useRef<HTMLDivElement>(null)

  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    // A key that is held down is one press: of a label, too.
    if (event.repeat && event.key === 'Enter') event.preventDefault()
    if (by === 0 || event.shiftKey || isComposing(event)) return
    const buttons = [...(row.current?.querySelectorAll('button') ?? [])]
    const now = buttons.findIndex((button) => button === document.activeElement)
    buttons[(now + by + buttons.length) % buttons.length]?.focus()
    event.preventDefault()
  }
  return (
    <div className="reader-row">
      <span id={name} className="reader-row-name">
        {words.dimension(dimension).name}
      </span>
      <div ref={row} role="group" aria-labelledby={name} onKeyDown={onKeyDown} className="reader-row-labels">
        {labels.map((label, i) => {
          const ref = { dimension, label: label.id }
          const { name: text, definition } = words.label(ref)
          return (
            <button
              key={label.id}
              type="button"
              tabIndex={i === 0 ? 0 : -1}
              aria-pressed={chosen.some((other) => sameLabel(other, ref))}
              aria-keyshortcuts={label.key === label.key.toLowerCase() ? label.key : `Shift+${label.key}`}
              title={definition}
              // The second click of a double click is no second wish.
              onClick={(event) => event.detail < 2 && toggle(ref)}
              onPointerEnter={(event) => event.pointerType === 'mouse' && hint(ref)}
              onPointerLeave={() => hint(null)}
              onFocus={() => hint(ref)}
              onBlur={() => hint(null)}
              style={{ '--c': `light-dark(${label.colour.light}, ${label.colour.dark})` } as CSSProperties}
              className="reader-label"
            >
              <Swatch mark={label.mark} colour={label.colour} />
              <span>{text}</span>
              <span className="reader-cap" aria-hidden="true">
                <KeyCap>{label.key === label.key.toLowerCase() ? label.key : `⇧${label.key}`}</KeyCap>
              </span>
            </button>
          )
        })}
        {more && (
          <button type="button" tabIndex={-1} aria-expanded={more.open} onClick={more.toggle} className="reader-label text-soft">
            <span>{more.open ? t('palette.fewer') : t('palette.more')}</span>
            <span className="reader-cap" aria-hidden="true">
              <KeyCap>m</KeyCap>
            </span>
          </button>
        )}
      </div>
    </div>
  )
}
