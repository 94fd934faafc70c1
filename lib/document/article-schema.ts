import { getSchema } from '@tiptap/core'
import { articleExtensions } from './article-extensions'

/** The ProseMirror schema of an article's document. */
export const articleSchema = getSchema(articleExtensions)
