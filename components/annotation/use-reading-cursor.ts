import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { boxOf, codePointAtHeight, scrollToSpan } from '@/components/article/place-on-screen'
import { paragraphEdge, step, union, unitAt } from '@/components/article/text-units'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import type { TextUnit } from '@/lib/domain/text/segmenter'
import type { Span } from '@/lib/domain/text/span'
import { keyOf, pressOf } from './palette-keys'
import type { Picked } from './picker'
import { readPreferences } from './preferences'
import { useReading } from './reading-context'
import { useFlagging } from './use-flagging'

/** Where the reading cursor stands: on a word or sentence, with the place where Shift began to extend from. */
type Cursor = { at: Span; anchor: Span | null; unit: TextUnit }

const top = 72

/**
 * Reading by keyboard while the text has the focus: arrows move by word and sentence, Shift extends, Enter flags, Tab
 * walks through the flags in reading order, Escape leaves.
 */
export function useReadingCursor(pick: (picked: Picked) => void) {
  const t = useTranslations('reader')
  const { map, language, inSight, state, dispatch, mine, mayFlag, task, say, openHelp } = useReading()
  const { names, remove } = useFlagging()
  const [cursor, setCursor] = useState<Cursor | null>(null)
  /** After Escape, Tab goes where Tab usually goes. */
  const [left, setLeft] = useState(false)
  const span = cursor && (cursor.anchor ? union(cursor.anchor, cursor.at) : cursor.at)

  const flagsAt = (place: Span) => inSight.filter(({ start, end }) => start < place.end && end > place.start)
  const show = (place: Span) => map && scrollToSpan(map, place, task ? top + 56 : top, window.innerHeight - 90)
  const tell = (place: Span) => {
    if (!map) return
    const here = flagsAt(place)
    const flags = here.slice(0, 3).map((flag) => t('said.flagOf', { labels: names(flag.labels), reader: flag.author.name }))
    say(t('said.place', { quote: map.index.slice(place), count: here.length, flags: flags.join('; ') }))
  }
  const move = (to: (from: Span) => Span, unit: TextUnit, extend: boolean) => {
    if (!map) return
    setLeft(false)
    const from = cursor?.at ?? null
    const at = from ? to(from) : unitAt(map, codePointAtHeight(map, top), unit, language)
    const anchor = extend ? (cursor?.anchor ?? from ?? at) : null
    setCursor({ at, anchor, unit })
    show(at)
    tell(anchor ? union(anchor, at) : at)
  }
  const walk = (direction: 1 | -1): boolean => {
    const next = neighbour(inSight, state.chosen?.id, cursor?.at, direction)
    if (!map || !next) return false
    setLeft(false)
    setCursor({ at: { start: next.start, end: next.end }, anchor: null, unit: 'word' })
    dispatch({ type: 'chose', id: next.id, from: 'keys' })
    show(next)
    const place = { number: inSight.indexOf(next) + 1, count: inSight.length }
    say(t('said.flag', { ...place, quote: next.quote, labels: names(next.labels), reader: next.author.name }))
    return true
  }
  const flag = (): boolean => {
    if (!map || !span) return false
    const unit = cursor?.unit ?? 'word'
    dispatch({ type: 'selected', passage: { id: crypto.randomUUID(), raw: span, span, unit, via: 'keys', form: false } })
    return true
  }
  const open = (): boolean => {
    if (!map || !span) return false
    const here = flagsAt(span)
    const place = boxOf(map, span)?.lines[0]
    if (here.length > 1 && place) pick({ x: place.left, y: place.bottom, ids: here.map(({ id }) => id), span })
    else if (here[0]) dispatch({ type: 'chose', id: here[0].id, from: 'keys' })
    return here.length > 0
  }
  const escape = (): boolean => {
    setCursor(null)
    setLeft(true)
    dispatch({ type: 'chose', id: null, from: 'keys' })
    return true
  }
  const toCard = (): boolean => {
    const card = state.chosen && document.getElementById(`card-${state.chosen.id}`)
    card?.focus()
    return Boolean(card)
  }
  const removeChosen = (): boolean => {
    const chosen = state.chosen && state.standing.get(state.chosen.id)
    if (!chosen || !mayFlag || chosen.author.id !== mine?.id) return false
    remove(chosen)
    return true
  }

  /** Whether the press meant something here. */
  const handle = (event: KeyboardEvent): boolean => {
    if (!map) return false
    const rightToLeft = getComputedStyle(map.root).direction === 'rtl'
    const by = (unit: TextUnit, direction: 1 | -1) => {
      move((from) => step(map, from, unit, direction, language), unit, event.shiftKey)
      return true
    }
    const edge = (direction: 1 | -1) => {
      move((from) => paragraphEdge(map, from, direction, language), 'word', event.shiftKey)
      return true
    }
    switch (event.key) {
      case 'ArrowRight': return by('word', rightToLeft ? -1 : 1)
      case 'ArrowLeft': return by('word', rightToLeft ? 1 : -1)
      case 'ArrowDown': return by('sentence', 1)
      case 'ArrowUp': return by('sentence', -1)
      case 'Home': return edge(-1)
      case 'End': return edge(1)
      case 'Enter': return event.repeat || flag()
      case ' ': return open()
      case 'Escape': return escape()
      case 'Tab': return !left && walk(event.shiftKey ? -1 : 1)
      case 'Delete': return event.repeat || removeChosen()
    }
    if (!readPreferences().keys) return false
    switch (keyOf(pressOf(event))) {
      case 'n': return walk(1)
      case 'p': return walk(-1)
      case 'c': return toCard()
      case '?': openHelp(); return true
    }
    return false
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || state.passage) return
    // A link of the text that has the focus is followed, and left, as anywhere else.
    if (event.target instanceof HTMLAnchorElement && ['Enter', 'Tab'].includes(event.key)) return
    if (handle(event)) event.preventDefault()
  }
  return { cursor: span, onKeyDown, onBlur: () => setLeft(false) }
}

/** The flag after or before the chosen one, or, where none is chosen, after or before a place. */
function neighbour(flags: readonly ReaderAnnotation[], chosen: string | undefined, at: Span | undefined, direction: 1 | -1) {
  const now = flags.findIndex(({ id }) => id === chosen)
  if (now >= 0) return flags[now + direction]
  if (!at) return direction === 1 ? flags[0] : undefined
  return direction === 1 ? flags.find(({ start }) => start >= at.start) : flags.findLast(({ start }) => start < at.start)
}
