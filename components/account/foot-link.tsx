import Link from 'next/link'
import type { ReactNode } from 'react'

/** The way to a neighbouring page, below a form. */
export function FootLink({ href, before, children }: { href: string; before?: ReactNode; children: ReactNode }) {
  return (
    <p>
      {before && <span className="text-soft">{before} </span>}
      <Link href={href} className="inline-flex min-h-8 items-center underline">
        {children}
      </Link>
    </p>
  )
}
