import { Node, textblockTypeInputRule } from '@tiptap/core'

const levels = [2, 3, 4] as const
/** An article's title is its page's first level, so headings begin at the second; deeper ones than four are four. */
const levelOf: Record<string, (typeof levels)[number]> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 }

export const Heading = Node.create({
  name: 'heading',
  content: 'inline*',
  group: 'block',
  defining: true,
  addAttributes: () => ({ level: { default: 2, rendered: false, parseHTML: (element) => levelOf[element.tagName.toLowerCase()] } }),
  parseHTML: () => Object.keys(levelOf).map((tag) => ({ tag })),
  renderHTML: ({ node }) => [`h${String(node.attrs.level)}`, 0],
  addKeyboardShortcuts() {
    return Object.fromEntries(
      levels.map((level) => [
        `Mod-Alt-${level}`,
        () => this.editor.commands.toggleNode(this.name, 'paragraph', { level }),
      ]),
    )
  },
  addInputRules() {
    return levels.map((level) =>
      textblockTypeInputRule({ find: new RegExp(`^#{${level}}\\s$`), type: this.type, getAttributes: { level } }),
    )
  },
})
