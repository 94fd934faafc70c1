'use client'

import { useState, useTransition, type FormEvent, type ReactNode } from 'react'
import { problemOfFailure } from '@/components/form/attempt'
import { useProblemText } from './problem-text'
import type { Problem } from '@/lib/domain/problem'

/** A form of buttons that each choose something. Where the server cannot be reached it says so, and the page stays as it is. */
export function ChoiceForm({ action, children }: { action: (form: FormData) => Promise<void>; children: ReactNode }) {
  const text = useProblemText()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [, start] = useTransition()
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const chosen = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
    start(async () => setProblem(await action(chosen).then(() => null, problemOfFailure)))
  }
  return (
    <form action={action} onSubmit={send} className="border-t border-rule pt-1 first:border-0">
      {children}
      {problem && (
        <p role="alert" className="px-2 text-[13px] text-danger">
          {text(problem)}
        </p>
      )}
    </form>
  )
}
