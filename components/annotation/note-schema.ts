import { Node, type JSONContent } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import type { NoteDocument } from '@/lib/domain/note'

/** A list item of paragraphs only: a note's lists are flat. */
const flatListItem = Node.create({
  name: 'listItem',
  content: 'paragraph+',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.commands.splitListItem(this.name) }
  },
})

/** What a note is made of: exactly what `lib/domain/note` takes. */
export const noteExtensions = [
  StarterKit.configure({
    blockquote: false, code: false, codeBlock: false, heading: false, horizontalRule: false, orderedList: false,
    listItem: false, strike: false, underline: false, trailingNode: false, listKeymap: false,
    link: {
      openOnClick: false,
      protocols: ['http', 'https'],
      isAllowedUri: (address) => /^https?:\/\//i.test(address),
      HTMLAttributes: { rel: 'noopener nofollow', target: null },
    },
  }),
  flatListItem,
]

/** The editor's document as a note: null where nothing is written, links with nothing but their address. */
export function noteOf(json: JSONContent): NoteDocument | null {
  return hasWords(json) ? (plain(json) as NoteDocument) : null
}

const hasWords = (node: JSONContent): boolean => Boolean(node.text?.trim()) || (node.content ?? []).some(hasWords)

function plain(node: JSONContent): JSONContent {
  const marks = node.marks?.map(({ type, attrs }) => (type === 'link' ? { type, attrs: { href: String(attrs?.href ?? '') } } : { type }))
  return {
    type: node.type ?? 'paragraph',
    ...(node.text !== undefined && { text: node.text }),
    ...(marks && marks.length > 0 && { marks }),
    ...(node.content && { content: node.content.map(plain) }),
  }
}
