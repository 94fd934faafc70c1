'use client'

import { createContext, useContext } from 'react'
import { useProblemText } from '@/components/site/problem-text'
import type { FormState } from '@/lib/actions/form-state'
import { untouched } from './use-sending'

export const FormContext = createContext<FormState>(untouched)

/** What the form around says of one field: the sentence under it, and what had been typed. */
export function useField(name: string): { error: string | null; typed: string | undefined } {
  const { problems, values } = useContext(FormContext)
  const text = useProblemText()
  const problem = problems.find(({ path }) => path === name)
  return { error: problem ? text(problem) : null, typed: values[name] }
}
