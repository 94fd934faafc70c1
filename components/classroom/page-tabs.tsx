import Link from 'next/link'

export type PageTab = { href: string; words: string; current: boolean }

/** The way between the pages of a class, or of an assignment for those who teach. */
export function PageTabs({ name, tabs }: { name: string; tabs: readonly PageTab[] }) {
  return (
    <nav aria-label={name} className="mt-5 flex gap-5 overflow-x-auto border-b border-rule sm:gap-7">
      {tabs.map(({ href, words, current }) => (
        <Link
          key={href}
          href={href}
          aria-current={current ? 'page' : undefined}
          className="-mb-px inline-flex min-h-11 shrink-0 items-center border-b-2 border-transparent text-[15px] text-soft no-underline -outline-offset-2 hover:text-ink aria-[current=page]:border-ink aria-[current=page]:text-ink"
        >
          {words}
        </Link>
      ))}
    </nav>
  )
}
