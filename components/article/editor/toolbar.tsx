'use client'

import { useEditorState, type Editor } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import { useRef, useState, type KeyboardEvent } from 'react'
import { isComposing } from '@/components/ui/composing'
import { readSelection } from './fresh-selection'
import { tools, type ToolId } from './tools'

type Props = { editor: Editor; ask: (tool: ToolId) => void; controls: string }

/**
 * The formatting tools as one stop of the Tab key: arrows, Home and End go from tool to tool (WAI-ARIA toolbar pattern).
 * A tool without an action of its own asks first, by `ask`.
 */
export function Toolbar({ editor, ask, controls }: Props) {
  const t = useTranslations('article.tools')
  const [at, setAt] = useState(0)
  const bar = useRef<HTMLDivElement>(null)
  const states = useEditorState({
    editor,
    selector: ({ editor: current }) => tools.map((tool) => ({ on: tool.on?.(current) ?? null, able: tool.can?.(current) ?? true })),
    equalityFn: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  })
  const go = (event: KeyboardEvent) => {
    const to = next(event.key, at, document.dir === 'rtl')
    if (to === null || isComposing(event)) return
    event.preventDefault()
    setAt(to)
    bar.current?.querySelectorAll('button')[to]?.focus()
  }
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t('name')}
      aria-controls={controls}
      onKeyDown={go}
      className="sticky top-[52px] z-10 [@media(max-height:480px)]:static flex flex-wrap gap-0.5 rounded-t-md border-b border-rule bg-sheet p-1"
    >
      {tools.map((tool, i) => (
        <button
          key={tool.id}
          type="button"
          tabIndex={i === at ? 0 : -1}
          aria-label={t(tool.id)}
          aria-pressed={states[i]?.on ?? undefined}
          aria-disabled={states[i]?.able === false || undefined}
          aria-keyshortcuts={tool.keys}
          title={tool.keys ? t('withKeys', { name: t(tool.id), keys: keysHere(tool.keys) }) : t(tool.id)}
          onFocus={() => setAt(i)}
          // The text keeps its selection while a tool is clicked.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            readSelection(editor.view.dom)
            if (tool.use) tool.use(editor)
            else ask(tool.id)
          }}
          className={`grid size-9 place-items-center rounded text-[15px] hover:bg-paper aria-disabled:opacity-40 aria-pressed:bg-ink aria-pressed:text-paper ${tool.begins ? 'sm:ml-2' : ''}`}
        >
          <span aria-hidden="true" className={tool.look}>
            {tool.sign}
          </span>
        </button>
      ))}
    </div>
  )
}

function next(key: string, at: number, rightToLeft: boolean): number | null {
  const forward = rightToLeft ? 'ArrowLeft' : 'ArrowRight'
  const back = rightToLeft ? 'ArrowRight' : 'ArrowLeft'
  if (key === forward) return (at + 1) % tools.length
  if (key === back) return (at + tools.length - 1) % tools.length
  return key === 'Home' ? 0 : key === 'End' ? tools.length - 1 : null
}

/** The keys of a tool as they are called on this machine. */
const keysHere = (keys: string) =>
  /Mac|iP(hone|ad)/.test(navigator.platform) ? keys.replace('Control', '⌘').replace('Alt', '⌥').replace('Shift', '⇧').replaceAll('+', '') : keys.replace('Control', 'Ctrl')
