import { getTranslations } from 'next-intl/server'
import { readClass } from '@/lib/server/classes'
import { csvAnswer } from '@/lib/server/csv-answer'
import { readGradebook } from '@/lib/server/gradebook'
import { notFoundAnswer } from '@/lib/server/http'
import { currentViewer } from '@/lib/server/session'

/** All grades of a class as one table, for those who teach. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const [viewer, { id }, t] = await Promise.all([currentViewer(), params, getTranslations('grading')])
  const view = await readClass(viewer, id)
  const book = view && (await readGradebook(viewer, id))
  if (!book) return notFoundAnswer()
  const head = [t('file.name'), t('file.section'), ...book.assignments.map(({ title, points }) => `${title} (${t('book.of', { points })})`)]
  const rows = book.students.map(({ name, section, marks }) => [name, section ?? '', ...book.assignments.map((each) => String(marks[each.id]?.points ?? ''))])
  return csvAnswer(`${view.name} ${t('book.fileName')}`, [head, ...rows])
}
