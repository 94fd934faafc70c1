import { useEffect, useRef, useState, useTransition } from 'react'
import { answerTo } from '@/components/form/attempt'
import type { Problem, Result } from '@/lib/domain/problem'

/**
 * What somebody sees who does something in steps: each answer of the site is the next `step`, or the problems with it, null
 * before the first. The element with the ref `news` has the focus as soon as there is something new in it.
 */
export function useSteps<Step extends object>() {
  const [step, setStep] = useState<Step | { problems: Problem[] } | null>(null)
  const [pending, start] = useTransition()
  const news = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (step) news.current?.focus()
  }, [step])
  const ask = <T,>(question: () => Promise<Result<T>>, then: (value: T) => Step) =>
    start(async () => {
      const answer = await answerTo(question)
      setStep(answer.ok ? then(answer.value) : { problems: answer.problems })
    })
  return { step, pending, news, ask, leave: () => setStep(null) }
}
