'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { mapText } from '@/components/article/text-map'
import { snapSpan } from '@/components/article/text-units'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/input'
import type { Span } from '@/lib/domain/text/span'

type Props = { around: { start: number; text: string; at: number }; language: string; error: string | null; typed: string }

/**
 * A part of the current text to select words in, and a field for words from anywhere in it: the field works by keyboard
 * and without scripts, and a selection fills it, together with its place.
 */
export function PassageChooser({ around, language, error, typed }: Props) {
  const t = useTranslations('revisions.repair')
  const box = useRef<HTMLDivElement>(null)
  const [words, setWords] = useState(typed)
  const [place, setPlace] = useState<Span | null>(null)

  useEffect(() => {
    const root = box.current
    if (!root) return
    const map = mapText(root)
    const take = () => {
      const selection = document.getSelection()
      if (!selection || selection.isCollapsed || !root.contains(selection.anchorNode) || !root.contains(selection.focusNode)) return
      const raw = map.spanOf(selection.getRangeAt(0))
      const span = raw && snapSpan(map, raw, 'grapheme', language)
      if (!span) return
      setWords(map.index.slice(span))
      setPlace({ start: around.start + span.start, end: around.start + span.end })
    }
    // Begins where the flag is; it can be measured only once it is unfolded.
    const show = () => {
      const block = map.blockOf(around.at)?.element
      if (block) root.scrollTop = block.offsetTop - root.offsetTop - root.clientHeight / 3
    }
    const fold = root.closest('details')
    fold?.addEventListener('toggle', show)
    document.addEventListener('selectionchange', take)
    return () => {
      fold?.removeEventListener('toggle', show)
      document.removeEventListener('selectionchange', take)
    }
  }, [around, language])

  return (
    <div className="grid gap-3">
      <p className="text-[13.5px] text-soft">{t('chooseText')}</p>
      <div ref={box} lang={language} dir="auto" role="group" aria-label={t('part')} tabIndex={0} className="repair-choose">
        {around.text.split('\n').map((line, i) => (
          <p key={i} data-block="">
            {line}
          </p>
        ))}
      </div>
      <input type="hidden" name="start" value={place?.start ?? ''} />
      <input type="hidden" name="end" value={place?.end ?? ''} />
      <Field label={t('words')} error={error}>
        {({ id, describedBy, invalid }) => (
          <TextArea
            id={id}
            name="words"
            rows={2}
            lang={language}
            dir="auto"
            value={words}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            className="font-serif"
            onChange={(event) => {
              setWords(event.target.value)
              setPlace(null)
            }}
          />
        )}
      </Field>
    </div>
  )
}
