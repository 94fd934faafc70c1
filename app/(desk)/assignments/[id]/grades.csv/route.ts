import { getTranslations } from 'next-intl/server'
import { zonedIso } from '@/lib/domain/classroom/zoned-time'
import { readAssignment } from '@/lib/server/assignment-view'
import { csvAnswer } from '@/lib/server/csv-answer'
import { readGrades } from '@/lib/server/grades'
import { notFoundAnswer } from '@/lib/server/http'
import { currentViewer } from '@/lib/server/session'

/** The grades of an assignment as a table, for those who teach; moments on the class's clock. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const [viewer, { id }, t] = await Promise.all([currentViewer(), params, getTranslations('grading.file')])
  const view = await readAssignment(viewer, id)
  const grades = view && (await readGrades(viewer, id))
  if (!grades) return notFoundAnswer()
  const head = [t('name'), t('section'), t('submitted'), t('proposal'), t('points'), t('of'), t('released'), t('comment')]
  const rows = grades.map(({ student, submitted, proposal, points, released, comment }) => [
    student.name,
    student.section ?? '',
    submitted === null ? '' : zonedIso(Date.parse(submitted), view.class.timeZone),
    figure(proposal?.points ?? null),
    figure(points),
    figure(view.points),
    submitted && released ? '1' : '0',
    comment ?? '',
  ])
  return csvAnswer(view.title, [head, ...rows])
}

const figure = (points: number | null) => (points === null ? '' : String(points))
