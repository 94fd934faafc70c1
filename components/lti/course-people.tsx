'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, useTransition } from 'react'
import { useProblemText } from '@/components/site/problem-text'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { planCourse, takeCourse } from '@/lib/actions/platforms'
import { refuse, type Problem, type Result } from '@/lib/domain/problem'
import type { CoursePlan, ListedCourse } from '@/lib/server/lti/memberships'
import { CoursePlanTable } from './course-plan'

type Done = { added: number; changed: number; removed: number }
type Step = { problems: Problem[] } | { course: ListedCourse; plan: CoursePlan } | { done: Done } | null

/** Brings a class in line with the courses that it is: the platform's list, looked through first, then all of it or nothing. */
export function CoursePeople({ classId, courses }: { classId: string; courses: readonly ListedCourse[] }) {
  const [t, text] = [useTranslations('platforms.list'), useProblemText()]
  const [step, setStep] = useState<Step>(null)
  const [pending, start] = useTransition()
  const news = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (step) news.current?.focus()
  }, [step])
  const ask = <T,>(question: Promise<Result<T>>, then: (value: T) => Step) =>
    start(async () => {
      // Only a connection that broke throws here: actions answer with what was wrong.
      const answer = await question.catch(() => refuse('unavailable'))
      setStep(answer.ok ? then(answer.value) : { problems: answer.problems })
    })
  return (
    <section className="mb-10 grid max-w-[680px] gap-4 border-b border-rule pb-8 print:hidden">
      <div>
        <h3 className="text-[19px] font-semibold">{t('title')}</h3>
        <p className="mt-0.5 text-[13.5px] text-soft">{t('note')}</p>
      </div>
      <div ref={news} tabIndex={-1} className="grid gap-4 outline-none">
        {step && 'problems' in step && step.problems.map((problem) => <Notice key={problem.code} tone="error">{text(problem)}</Notice>)}
        {step && 'done' in step && <Notice tone="success">{t('done', step.done)}</Notice>}
        {step && 'plan' in step && (
          <CoursePlanTable
            course={step.course}
            plan={step.plan}
            pending={pending}
            onLeave={() => setStep(null)}
            onTake={(leavers) => ask(takeCourse({ classId, courseId: step.course.id, state: step.plan.state, leavers }), (done) => ({ done }))}
          />
        )}
      </div>
      {!(step && 'plan' in step) && (
        <ul className="grid justify-items-start gap-3">
          {courses.map((course) => (
            <li key={course.id}>
              <Button aria-busy={pending} className="wrap-anywhere" onClick={() => !pending && ask(planCourse({ classId, courseId: course.id }), (plan) => ({ course, plan }))}>
                {t('ask', { platform: course.platform, course: course.title })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
