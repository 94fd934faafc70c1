'use client'

import { Extension } from '@tiptap/core'
import { EditorContent, useEditor } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import { useId, useMemo, useState } from 'react'
import { isComposing } from '@/components/ui/composing'
import { articleExtensions } from '@/lib/document/article-extensions'
import type { ArticleDocument } from '@/lib/domain/text/document'
import type { Edit, EditRecord } from './edit-record'
import { FigureDialog } from './figure-dialog'
import { FreshSelection } from './fresh-selection'
import { LinkDialog } from './link-dialog'
import { pastedHtml } from './pasted-html'
import { Toolbar } from './toolbar'
import type { ToolId } from './tools'
import './editor.css'

type Props = {
  start: ArticleDocument
  language: string
  invalid: boolean
  /** Where what is done to the text is taken down. */
  record: EditRecord
  /** Called at every change with a function that reads the edit: reading costs, so it waits until it is wanted. */
  changed: (read: () => Edit) => void
  save: () => void
}

/** The text of an article in a Tiptap editor over the one document model, with its toolbar and its keys. */
export default function TextEditor({ start, language, invalid, record, changed, save }: Props) {
  const t = useTranslations('article.edit')
  const id = useId()
  const [asking, setAsking] = useState<ToolId | null>(null)
  const keys = useMemo(() => Extension.create({ name: 'articleKeys', addKeyboardShortcuts: () => ({ 'Mod-k': ask(() => setAsking('link')) }) }), [])
  const editor = useEditor({
    extensions: [...articleExtensions, FreshSelection, keys],
    content: start,
    immediatelyRender: false,
    injectCSS: false,
    editorProps: {
      transformPastedHTML: pastedHtml,
      attributes: { id, role: 'textbox', 'aria-multiline': 'true', 'aria-label': t('text'), 'aria-invalid': String(invalid), lang: language },
    },
    onTransaction: ({ transaction, appendedTransactions }) => {
      for (const one of [transaction, ...appendedTransactions]) {
        if (one.docChanged) record.note(one.mapping.maps, () => one.before.toJSON() as ArticleDocument)
      }
    },
    onUpdate: ({ editor: current }) =>
      changed(() => {
        // ProseMirror's attributes have no prototype, which server actions do not take: a clone has one.
        const document = structuredClone(current.getJSON()) as ArticleDocument
        return { document, replaced: record.read(document) }
      }),
  })
  if (!editor) return <p className="p-6 text-soft">{t('loading')}</p>
  const close = () => {
    setAsking(null)
    // Once the dialog is gone, since nothing behind an open one can have the focus.
    requestAnimationFrame(() => editor.commands.focus())
  }
  return (
    <div
      className={`article-editor rounded-md border bg-sheet ${invalid ? 'border-danger' : 'border-line'}`}
      onKeyDown={(event) => {
        if (isComposing(event) || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
        event.preventDefault()
        save()
      }}
    >
      <Toolbar editor={editor} ask={setAsking} controls={id} />
      <EditorContent editor={editor} />
      {asking === 'link' && <LinkDialog editor={editor} close={close} />}
      {asking === 'figure' && <FigureDialog editor={editor} close={close} />}
    </div>
  )
}

const ask = (open: () => void) => () => {
  open()
  return true
}
