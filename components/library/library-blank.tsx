import type { ReactNode } from 'react'

/** What stands in the place of a list that is empty: what that means, and the way on. */
export function LibraryBlank(props: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="grid justify-items-start mt-8 gap-3 border-t border-rule py-12">
      <h2 className="text-[20px] font-semibold">{props.title}</h2>
      <p className="max-w-[40em] text-soft">{props.text}</p>
      {props.children}
    </div>
  )
}
