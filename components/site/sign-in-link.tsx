'use client'

import Link from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import type { MouseEvent } from 'react'
import { pathWithNext } from '@/lib/domain/next-path'

/** The way to sign in from any page, and back to it; from the front page to where people begin. */
export function SignInLink({ children }: { children: string }) {
  const [path, router] = [usePathname(), useRouter()]
  const open = (event: MouseEvent) => {
    if (path === '/' || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    // The question and the place in the page belong to where one was, and only the browser knows them.
    const { pathname, search, hash } = window.location
    router.push(pathWithNext('/sign-in', pathname + search + hash))
  }
  return (
    <Link
      href={path === '/' ? '/sign-in' : pathWithNext('/sign-in', path)}
      onClick={open}
      className="inline-flex min-h-9 items-center px-1 no-underline hover:underline"
    >
      {children}
    </Link>
  )
}
