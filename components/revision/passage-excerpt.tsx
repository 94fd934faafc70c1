import type { ReactNode } from 'react'
import type { Excerpt } from '@/lib/domain/text/excerpt'

/** A passage among the words around it, under a line that says what it is. */
export function PassageExcerpt({ title, passage, language }: { title: ReactNode; passage: Excerpt; language: string }) {
  return (
    <div>
      <h3 className="font-sans text-[13px] font-medium text-soft">{title}</h3>
      <p lang={language} dir="auto" className="mt-1 font-serif text-[16.5px] leading-relaxed wrap-break-word whitespace-pre-line text-soft">
        {passage.before}
        <mark className="repair-mark">{passage.quote}</mark>
        {passage.after}
      </p>
    </div>
  )
}
