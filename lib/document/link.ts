import { Mark } from '@tiptap/core'
import { webAddress } from '@/lib/domain/web-address'

/** A link to an http or https address. Any other address is no link: its words stay, as plain words. */
export const Link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({ href: { default: null, parseHTML: (element) => webAddress.safeParse(element.getAttribute('href')).data } }),
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: (element) => (webAddress.safeParse(element.getAttribute('href')).success ? {} : false) },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', { href: String(HTMLAttributes.href), rel: 'noopener nofollow ugc' }, 0],
})
