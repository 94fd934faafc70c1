'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type ComponentProps } from 'react'
import { KeyCap } from '@/components/ui/key-cap'
import { snapSpan } from '@/components/article/text-units'
import type { LabelRef } from '@/lib/domain/codebook/codebook'
import type { TextUnit } from '@/lib/domain/text/segmenter'
import type { AnnotationForm, OpenForm } from './annotation-form'
import { LabelHint } from './label-hint'
import { NoteOpening } from './note-opening'
import { PaletteLabels } from './palette-labels'
import { setPreference } from './preferences'
import { useReading } from './reading-context'
import type { Passage } from './reading-state'
import { SignInToFlag } from './sign-in-to-flag'
import { useFlagging } from './use-flagging'
import { roomy, useMedia } from './use-media'
import { useNoteForm } from './use-note-form'
import { usePaletteKeys } from './use-palette-keys'
import { usePalettePlace } from './use-palette-place'

/** The sheet of labels that opens at a selection: one key or click flags it, the next adds to the same flag. */
export function Palette() {
  const { state } = useReading()
  return state.passage ? <Sheet key={state.passage.id} passage={state.passage} /> : null
}

function Sheet({ passage }: { passage: Passage }) {
  const t = useTranslations('reader')
  const { state, dispatch, language, map, mayFlag } = useReading()
  const { toggle } = useFlagging()
  const [more, setMore] = useState(false)
  const [composing, setComposing] = useState(false)
  const form = useNoteForm(mayFlag)
  const [hinted, setHinted] = useState<LabelRef | null>(null)
  const ref = useRef<HTMLDivElement>(null)
  const isRoomy = useMedia(roomy)
  const flag = state.standing.get(passage.id) ?? state.detached.get(passage.id)
  usePalettePlace(ref, passage.span)

  useEffect(() => {
    // A finger's selection would lose its handles with the focus; an open form has it already.
    if (passage.via !== 'touch' && !passage.form) ref.current?.focus({ preventScroll: true })
  }, [passage.via, passage.form])

  const close = () => {
    dispatch({ type: 'selected', passage: null })
    if (flag) dispatch({ type: 'chose', id: flag.id, from: 'flagged' })
    window.getSelection()?.removeAllRanges()
    if (!map) return
    // Who came by mouse or finger needs no frame around the whole text, though the key that closed this was one.
    if (passage.via !== 'keys') map.root.setAttribute('data-quiet', '')
    map.root.focus({ preventScroll: true })
  }
  const open = useRef<OpenForm>(null)
  const done = () => (open.current ? open.current.save() : close())
  const fold = () => dispatch({ type: 'selected', passage: { ...passage, form: !passage.form } })
  const resize = (unit: TextUnit) => {
    const span = map && !flag && snapSpan(map, passage.raw, unit, language)
    if (span) dispatch({ type: 'selected', passage: { ...passage, span, unit } })
  }
  const snap = () => {
    setPreference('snap', passage.unit === 'grapheme')
    resize(passage.unit === 'grapheme' ? 'word' : 'grapheme')
  }
  usePaletteKeys({ toggle, close, form: fold, resize, snap, more: () => setMore(!more) })

  const quote = map?.index.slice(passage.span) ?? ''
  return (
    <div
      ref={ref}
      role="dialog"
      aria-label={t(flag ? 'palette.nameFlagged' : 'palette.name', { quote: [...quote].slice(0, 120).join('') })}
      tabIndex={-1}
      data-form={passage.form || undefined}
      className="reader-palette"
    >
      <div className="reader-palette-scroll">
        {mayFlag ? (
          <PaletteLabels
            chosen={flag?.labels ?? []}
            toggle={toggle}
            hint={setHinted}
            more={{ open: more, toggle: () => setMore(!more) }}
            folded={passage.form && !isRoomy}
          />
        ) : (
          <SignInToFlag passage={passage} />
        )}
        {mayFlag && !passage.form && <LabelHint label={hinted ?? flag?.labels.at(-1) ?? null} />}
        {mayFlag && passage.form && (form && !composing ? (
          <Arrived form={form} id={passage.id} span={passage.span} quote={quote} close={close} ref={open} />
        ) : (
          <NoteOpening passage={passage} quote={quote} composing={setComposing} />
        ))}
      </div>
      <div className="reader-palette-foot">
        {mayFlag && (
          <Foot pressed={passage.form} onClick={fold} cap="n">
            {t('palette.form')}
          </Foot>
        )}
        {!flag && (
          <>
            <Foot pressed={passage.unit === 'sentence'} onClick={() => resize(passage.unit === 'sentence' ? 'word' : 'sentence')} cap=".">
              {t('palette.sentence')}
            </Foot>
            <Foot pressed={passage.unit !== 'grapheme'} onClick={snap} cap="b">
              {t('palette.snap')}
            </Foot>
          </>
        )}
        <span className="ml-auto" />
        <Foot onClick={done} cap="Esc">
          {flag ? t('palette.done') : t('palette.close')}
        </Foot>
      </div>
    </div>
  )
}

const Arrived = ({ form: Form, ...rest }: ComponentProps<typeof AnnotationForm> & { form: typeof AnnotationForm }) => <Form {...rest} />

function Foot(props: { pressed?: boolean; onClick: () => void; cap: string; children: string }) {
  return (
    <button type="button" aria-pressed={props.pressed} onClick={props.onClick} className="reader-foot">
      <span>{props.children}</span>
      <span className="reader-cap" aria-hidden="true">
        <KeyCap>{props.cap}</KeyCap>
      </span>
    </button>
  )
}
