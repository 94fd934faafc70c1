'use client'

import { useTranslations } from 'next-intl'
import { useSteps } from '@/components/classroom/use-steps'
import { pageOwner } from '@/components/kept/owner'
import { useProblemText } from '@/components/site/problem-text'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { planCourse, takeCourse } from '@/lib/actions/platforms'
import type { CoursePlan, ListedCourse } from '@/lib/server/lti/memberships'
import { CoursePlanTable } from './course-plan'

type Done = { added: number; changed: number; removed: number }
type Step = { course: ListedCourse; plan: CoursePlan } | { done: Done }

/** Brings a class in line with the courses that it is: the platform's list, looked through first, then all of it or nothing. */
export function CoursePeople({ classId, courses }: { classId: string; courses: readonly ListedCourse[] }) {
  const [t, text] = [useTranslations('platforms.list'), useProblemText()]
  const { step, pending, news, ask, leave } = useSteps<Step>()
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
            onLeave={leave}
            onTake={(leavers) => ask(() => takeCourse({ reader: pageOwner(), classId, courseId: step.course.id, state: step.plan.state, leavers }), (done) => ({ done }))}
          />
        )}
      </div>
      {!(step && 'plan' in step) && (
        <ul className="grid justify-items-start gap-3">
          {courses.map((course) => (
            <li key={course.id}>
              <Button aria-busy={pending} className="wrap-anywhere" onClick={() => !pending && ask(() => planCourse({ reader: pageOwner(), classId, courseId: course.id }), (plan) => ({ course, plan }))}>
                {t('ask', { platform: course.platform, course: course.title })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
