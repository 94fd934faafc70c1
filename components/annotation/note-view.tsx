import type { ReactNode } from 'react'
import type { NoteDocument } from '@/lib/domain/note'

type Block = NoteDocument['content'][number]
type Paragraph = Extract<Block, { type: 'paragraph' }>
type Inline = NonNullable<Paragraph['content']>[number]

/** A note as it reads. It is made of elements, never of HTML somebody wrote. */
export function NoteView({ note, lang }: { note: NoteDocument; lang?: string }) {
  return (
    <div lang={lang} dir="auto" className="grid gap-1.5 [&_ul]:list-disc [&_ul]:pl-5">
      {note.content.map((block, i) =>
        block.type === 'paragraph' ? (
          <Words key={i} paragraph={block} />
        ) : (
          <ul key={i}>
            {block.content.map((item, j) => (
              <li key={j}>
                {item.content.map((paragraph, k) => (
                  <Words key={k} paragraph={paragraph} />
                ))}
              </li>
            ))}
          </ul>
        ),
      )}
    </div>
  )
}

const Words = ({ paragraph }: { paragraph: Paragraph }) => (
  <p>
    {(paragraph.content ?? []).map((node, i) => (
      <Piece key={i} node={node} />
    ))}
  </p>
)

function Piece({ node }: { node: Inline }): ReactNode {
  if (node.type === 'hardBreak') return <br />
  return (node.marks ?? []).reduce<ReactNode>((inner, mark) => {
    if (mark.type === 'bold') return <strong>{inner}</strong>
    if (mark.type === 'italic') return <em>{inner}</em>
    return (
      <a href={mark.attrs.href} target="_blank" rel="noopener nofollow ugc" className="underline">
        {inner}
      </a>
    )
  }, node.text)
}
