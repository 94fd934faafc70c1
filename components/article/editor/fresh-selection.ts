import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { isComposing } from '@/components/ui/composing'

/**
 * Has an editor read what is selected before it acts on a key or a tool. A browser tells of a new selection in a task of
 * its own, which on a slow machine comes after the next key: bold would be set, and words deleted, at the place before.
 */
export const FreshSelection = Extension.create({
  name: 'freshSelection',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown: (view, event) => {
            if (!isComposing(event) && !view.composing) readSelection(view.dom)
            return false
          },
        },
      },
    }),
  ],
})

/** ProseMirror listens for this event of the document and reads the selection at once. */
export const readSelection = ({ ownerDocument }: Node): void => void ownerDocument?.dispatchEvent(new Event('selectionchange'))
