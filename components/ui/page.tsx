import type { ReactNode } from 'react'

const widths = { narrow: 'max-w-[420px]', text: 'max-w-[680px]', wide: 'max-w-[1040px]' }

/** The main column of a page. */
export function Page({ width = 'wide', children }: { width?: keyof typeof widths; children: ReactNode }) {
  return (
    <main id="content" tabIndex={-1} className={`mx-auto w-full px-5 pt-8 pb-24 outline-none sm:px-6 sm:pt-10 ${widths[width]}`}>
      {children}
    </main>
  )
}

/** The one heading of a page, with a line above (`kicker`) and a sentence below it (`lead`). */
export function PageTitle({ kicker, lead, children }: { kicker?: ReactNode; lead?: ReactNode; children: ReactNode }) {
  return (
    <div className="mb-7 grid grid-cols-[minmax(0,1fr)] gap-2">
      {kicker && <div className="text-[13px] text-soft">{kicker}</div>}
      <h1 className="text-[26px] leading-tight font-semibold sm:text-[30px]">{children}</h1>
      {lead && <p className="max-w-[42em] font-serif text-lg text-soft">{lead}</p>}
    </div>
  )
}

/** A part of a page below a hairline. */
export function Section({ title, note, children }: { title: ReactNode; note?: ReactNode; children: ReactNode }) {
  return (
    <section className="mt-10 border-t border-rule pt-6">
      <h2 className="text-[19px] font-semibold">{title}</h2>
      {note && <p className="mt-0.5 text-[13.5px] text-soft">{note}</p>}
      <div className="mt-4">{children}</div>
    </section>
  )
}
