import type { Editor } from '@tiptap/core'

/** The words of a tool are `article.tools.<id>`. */
export type ToolId =
  | 'bold' | 'italic' | 'link' | 'heading2' | 'heading3' | 'bulletList' | 'orderedList' | 'blockquote' | 'rule' | 'figure' | 'undo' | 'redo'

export type Tool = {
  id: ToolId
  /** Drawn on the button. */
  sign: string
  look?: string
  /** As `aria-keyshortcuts` writes it, with Control standing for the system's own key. */
  keys?: string
  /** Whether the words at the cursor have it; missing where that means nothing. */
  on?: (editor: Editor) => boolean
  can?: (editor: Editor) => boolean
  /** Missing where a dialog asks first. */
  use?: (editor: Editor) => void
  /** A line stands before it. */
  begins?: true
}

/** The toolbar, from first to last: everything a document can hold, and a way back. */
export const tools: readonly Tool[] = [
  { id: 'bold', sign: 'B', look: 'font-bold', keys: 'Control+B', on: (e) => e.isActive('bold'), use: (e) => e.chain().focus().toggleBold().run() },
  { id: 'italic', sign: 'I', look: 'font-serif italic', keys: 'Control+I', on: (e) => e.isActive('italic'), use: (e) => e.chain().focus().toggleItalic().run() },
  { id: 'link', sign: 'A', look: 'underline underline-offset-4 decoration-2 decoration-accent', keys: 'Control+K', on: (e) => e.isActive('link') },
  { id: 'heading2', begins: true, sign: 'H', look: 'font-serif font-semibold text-[17px]', keys: 'Control+Alt+2', ...heading(2) },
  { id: 'heading3', sign: 'H', look: 'font-serif font-semibold text-[13px]', keys: 'Control+Alt+3', ...heading(3) },
  { id: 'bulletList', begins: true, sign: '•≡', keys: 'Control+Shift+8', on: (e) => e.isActive('bulletList'), use: (e) => e.chain().focus().toggleBulletList().run() },
  { id: 'orderedList', sign: '1≡', keys: 'Control+Shift+7', on: (e) => e.isActive('orderedList'), use: (e) => e.chain().focus().toggleOrderedList().run() },
  { id: 'blockquote', sign: '”', look: 'font-serif text-[22px] leading-none pt-2', keys: 'Control+Shift+B', on: (e) => e.isActive('blockquote'), use: (e) => e.chain().focus().toggleBlockquote().run() },
  { id: 'rule', sign: '—', use: (e) => e.chain().focus().setHorizontalRule().run() },
  { id: 'figure', sign: '▣', on: (e) => e.isActive('figure') },
  { id: 'undo', begins: true, sign: '↶', keys: 'Control+Z', can: (e) => e.can().undo(), use: (e) => e.chain().focus().undo().run() },
  { id: 'redo', sign: '↷', keys: 'Control+Shift+Z', can: (e) => e.can().redo(), use: (e) => e.chain().focus().redo().run() },
]

function heading(level: 2 | 3): Pick<Tool, 'on' | 'use'> {
  return {
    on: (e) => e.isActive('heading', { level }),
    use: (e) => e.chain().focus().toggleNode('heading', 'paragraph', { level }).run(),
  }
}
