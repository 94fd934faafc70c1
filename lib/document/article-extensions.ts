import type { Extensions } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { Figure } from './figure'
import { Heading } from './heading'
import { Link } from './link'

/**
 * The document model as Tiptap extensions: the importers parse with them, the editor edits with them. What an article
 * may hold is decided here and, as the same shape for doors without an editor, in `lib/domain/text/document.ts`.
 */
export const articleExtensions: Extensions = [
  StarterKit.configure({ code: false, codeBlock: false, strike: false, underline: false, heading: false, link: false }),
  Link,
  Heading,
  Figure,
]
