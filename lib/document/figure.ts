import { Node } from '@tiptap/core'
import { documentLimits } from '@/lib/domain/text/document'
import { webAddress } from '@/lib/domain/web-address'

/**
 * A picture with its caption. The picture itself is never loaded (see the decision on the document): what is kept is
 * where it is and what it shows. `src` null means that its file is missing.
 */
export const Figure = Node.create({
  name: 'figure',
  content: 'inline*',
  group: 'block',
  defining: true,
  addAttributes: () => ({
    src: { default: null, rendered: false, parseHTML: (element) => attributesOf(pictureOf(element)).src },
    alt: { default: '', rendered: false, parseHTML: (element) => attributesOf(pictureOf(element)).alt },
  }),
  parseHTML: () => [
    {
      tag: 'figure',
      getAttrs: (element) => (element.querySelector('img') || element.hasAttribute('data-alt') ? {} : false),
      contentElement: (element) =>
        (element as Element).querySelector<HTMLElement>('figcaption') ?? element.ownerDocument!.createElement('figcaption'),
    },
    { tag: 'img' },
  ],
  renderHTML: ({ node }) => [
    'figure',
    { 'data-alt': String(node.attrs.alt), ...(node.attrs.src !== null && { 'data-src': String(node.attrs.src) }) },
    ['figcaption', 0],
  ],
  addKeyboardShortcuts() {
    return {
      // Enter in a caption goes on below the figure, rather than making a second figure of the same picture.
      Enter: () => {
        const { $from, empty } = this.editor.state.selection
        if (!empty || $from.parent.type.name !== this.name) return false
        return this.editor.commands.insertContentAt($from.after(), { type: 'paragraph' }, { updateSelection: true })
      },
    }
  },
})

const pictureOf = (element: Element) => element.querySelector('img') ?? element

function attributesOf(element: Element): { src: string | null; alt: string } {
  const named = (name: string) => element.getAttribute(name) ?? element.getAttribute(`data-${name}`)
  const address = webAddress.safeParse(named('src'))
  const lazy = webAddress.safeParse(element.getAttribute('data-src'))
  const alt = (named('alt') ?? '').replace(/\s+/g, ' ').trim()
  return {
    src: address.success ? address.data : lazy.success ? lazy.data : null,
    alt: [...alt].slice(0, documentLimits.alt / 2).join(''),
  }
}
