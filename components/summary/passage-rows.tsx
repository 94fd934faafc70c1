import type { ReactNode } from 'react'
import type { Codebook } from '@/lib/domain/codebook/codebook'
import type { Passage } from '@/lib/domain/summary/layer-summary'
import { groupPassages } from './group-passages'
import { PassageQuote } from './passage-quote'

/** Fewer are read, more are skipped. */
const most = 5

export type SummarisedArticle = { slug: string; language: string; codebook: Codebook }

type Props = {
  article: SummarisedArticle
  passages: readonly Passage[]
  /** What stands beside the words of a place: what readers said there, one passage a dimension. */
  children: (there: readonly Passage[]) => ReactNode
}

/** Places of the text, each with its words on the left. */
export function PassageRows({ article, passages, children }: Props) {
  return (
    <ol>
      {groupPassages(passages).slice(0, most).map(({ id, passages: there }) => (
        <li
          key={id}
          className="grid print:nth-[n+5]:hidden gap-x-8 gap-y-2 border-b border-rule py-3.5 first:pt-0 sm:grid-cols-[minmax(0,1fr)_280px] print:grid-cols-[minmax(0,1fr)_280px] print:py-1.5"
        >
          <PassageQuote {...article} {...there[0]} />
          {children(there)}
        </li>
      ))}
    </ol>
  )
}
