'use client'

import { EditorContent, useEditor, useEditorState, type Editor } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import { useId, useLayoutEffect, useState, type ReactNode } from 'react'
import { FreshSelection } from '@/components/article/editor/fresh-selection'
import { pastedHtml } from '@/components/article/editor/pasted-html'
import { isComposing } from '@/components/ui/composing'
import { TextInput } from '@/components/ui/input'
import type { NoteDocument } from '@/lib/domain/note'
import { webAddress } from '@/lib/domain/web-address'
import { noteExtensions, noteOf } from './note-schema'

type Props = {
  note: NoteDocument | null
  change: (note: NoteDocument | null) => void
  error: string | null
  label?: string
  /** Opens with the cursor behind the last word; only where it is never drawn on the server. */
  focused?: boolean
}

const extensions = [...noteExtensions, FreshSelection]

/** The small rich-text editor for a note: bold, italics, bullet lists and links, the shapes a note may have. */
export function NoteEditor({ note, change, error, label: words, focused = false }: Props) {
  const t = useTranslations('reader')
  const label = useId()
  const editor = useEditor({
    extensions,
    content: note,
    immediatelyRender: focused,
    // Tiptap would add a style element, which the page's policy forbids; the few rules it needs are in reader.css.
    injectCSS: false,
    editorProps: {
      transformPastedHTML: pastedHtml,
      attributes: { 'aria-labelledby': label, 'aria-multiline': 'true', role: 'textbox', class: 'reader-note' },
    },
    onUpdate: ({ editor: current }) => change(noteOf(current.getJSON())),
  })
  useLayoutEffect(() => {
    if (!focused || !editor) return
    // Before anything else can happen: the next key is a letter of the note.
    editor.commands.setTextSelection(editor.state.doc.content.size)
    editor.view.focus()
    editor.view.dom.scrollIntoView({ block: 'nearest' })
  }, [focused, editor])
  return (
    <div className="grid gap-1.5">
      <span id={label} className="text-sm font-medium">
        {words ?? t('form.note')}
      </span>
      <div className={`rounded-md border bg-sheet ${error ? 'border-danger' : 'border-line'}`}>
        {editor && <Tools editor={editor} />}
        <EditorContent editor={editor} />
      </div>
      {error && (
        <p role="alert" className="text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  )
}

function Tools({ editor }: { editor: Editor }) {
  const t = useTranslations('reader')
  const [address, setAddress] = useState<string | null>(null)
  const on = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      bold: current.isActive('bold'),
      italic: current.isActive('italic'),
      list: current.isActive('bulletList'),
      link: current.isActive('link'),
    }),
  })
  const setLink = () => {
    const parsed = webAddress.safeParse(address)
    if (!parsed.success) return
    const chain = editor.chain().focus().extendMarkRange('link')
    if (editor.state.selection.empty && !on.link) {
      chain.insertContent({ type: 'text', text: parsed.data, marks: [{ type: 'link', attrs: { href: parsed.data } }] }).run()
    } else chain.setLink({ href: parsed.data }).run()
    setAddress(null)
  }
  const link = () => {
    if (on.link) editor.chain().focus().extendMarkRange('link').unsetLink().run()
    else setAddress(address === null ? '' : null)
  }
  return (
    <div className="flex flex-wrap items-center gap-1 border-b border-rule px-1 py-1" role="group" aria-label={t('form.tools')}>
      <Tool name={t('form.bold')} on={on.bold} use={() => editor.chain().focus().toggleBold().run()}>
        <strong>B</strong>
      </Tool>
      <Tool name={t('form.italic')} on={on.italic} use={() => editor.chain().focus().toggleItalic().run()}>
        <em className="font-serif">I</em>
      </Tool>
      <Tool name={t('form.list')} on={on.list} use={() => editor.chain().focus().toggleBulletList().run()}>
        <span>•—</span>
      </Tool>
      <Tool name={on.link ? t('form.unlink') : t('form.link')} on={on.link} use={link}>
        <span className="underline">A</span>
      </Tool>
      {address !== null && (
        <span className="flex min-w-52 flex-1 gap-1">
          <TextInput
            type="url"
            autoFocus
            data-own-escape
            aria-label={t('form.linkAddress')}
            placeholder="https://"
            value={address}
            onChange={(event) => setAddress(event.target.value)}
            onKeyDown={(event) => {
              if (isComposing(event)) return
              if (event.key === 'Enter') setLink()
              else if (event.key === 'Escape') setAddress(null)
              else return
              event.preventDefault()
              event.stopPropagation()
            }}
            className="!min-h-8"
          />
          <Tool name={t('form.setLink')} on={false} use={setLink}>
            <span>↵</span>
          </Tool>
        </span>
      )}
    </div>
  )
}

function Tool(props: { name: string; on: boolean; use: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={props.name}
      title={props.name}
      aria-pressed={props.on}
      onClick={props.use}
      className="grid size-8 place-items-center rounded text-[14px] text-soft hover:text-ink aria-pressed:bg-rule aria-pressed:text-ink"
    >
      <span aria-hidden="true">{props.children}</span>
    </button>
  )
}
