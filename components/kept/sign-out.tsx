'use client'

import dynamic from 'next/dynamic'
import { useRef, useState, type FormEvent, type ReactNode } from 'react'
import { keepsForOthers } from './owner'
import { unsavedOf, type Unsaved } from './unsaved'

// Few people ever see it, and every page has the button.
const SignOutAsk = dynamic(() => import('./sign-out-ask'), { ssr: false })

/** Signs out, and asks first where that would delete somebody's (`owner`) unsaved work. A plain form where no script runs. */
export function SignOut({ owner, children }: { owner: string; children: ReactNode }) {
  const form = useRef<HTMLFormElement>(null)
  const [asked, setAsked] = useState<Unsaved | null>(null)
  const leave = () => {
    if (!form.current) return
    form.current.action = keepsForOthers(owner) ? '/sign-out?others=kept' : '/sign-out'
    form.current.submit()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const unsaved = unsavedOf(owner)
    if (unsaved) setAsked(unsaved)
    else leave()
  }
  return (
    <>
      <form ref={form} method="post" action="/sign-out" onSubmit={submit} className="mt-1 border-t border-rule pt-1">
        {children}
      </form>
      {asked && <SignOutAsk owner={owner} found={asked} leave={leave} close={() => setAsked(null)} />}
    </>
  )
}
