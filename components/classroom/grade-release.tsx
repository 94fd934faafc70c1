'use client'

import { releaseGrades } from '@/lib/actions/grades'
import { ClassForm } from './class-form'

type Props = { assignmentId: string; studentId?: string; released: boolean; submit: string; done?: (count: number) => string }

/** Shows the grade of one student or of all who handed in, or hides it again. */
export function GradeRelease({ assignmentId, studentId = '', released, submit, done }: Props) {
  return (
    <ClassForm
      action={releaseGrades}
      hidden={{ assignmentId, studentId, released: released ? 'yes' : 'no' }}
      submit={submit}
      look={{ variant: 'plain' }}
      done={done && (({ count }) => done(Number(count)))}
    />
  )
}
