import { randomUUID } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { SignedIn } from '@/lib/domain/viewer'
import { openKey } from '@/lib/server/answer-key'
import { readBoard } from '@/lib/server/board'
import { readClassProgress } from '@/lib/server/class-progress'
import { readClassResults } from '@/lib/server/class-results'
import { db, disconnect, pool } from '@/lib/server/db'
import { proposeGrades, readGrades } from '@/lib/server/grades'
import { readSummary } from '@/lib/server/summaries'
import { bulkArticle, bulkReaders } from '../bulk-article'
import { median, report } from '../report'
import { scatter } from '../scatter'
import { chance } from '../anchoring/random'

/**
 * What opening the pages of a class costs the server: 200 students with 50 flags each on a text of 10,000 characters, beside
 * the least that could be done, which is reading the rows of all flags once.
 */
const [students, each] = [200, 50]

async function taught() {
  const people = await bulkReaders(students + 1)
  const [teacher, ...learners] = people as [string, ...string[]]
  const blocks = Array.from({ length: 25 }, (_, i) => `Paragraph ${i} of a text that a class reads. `.repeat(9).trim())
  const flags = scatter(blocks, students * each, students, chance(1))
  const { layerId, revisionId, id: articleId } = await bulkArticle('A lesson', blocks, learners, flags)
  const classId = randomUUID()
  await pool.query(`insert into "Class" (id, name, "timeZone") values ($1, 'A large class', 'Asia/Taipei')`, [classId])
  await pool.query(`insert into "ClassMember" ("classId", "userId", role) select $1, id, case when id = $2 then 'teacher' else 'student' end::"ClassRole" from unnest($3::uuid[]) id`, [classId, teacher, people])
  // The open reading of the bulk article becomes the class's work.
  await pool.query(`update "Layer" set kind = 'assignment' where id = $1`, [layerId])
  const rubric = ['sourcing', 'statement', 'framing'].map((measure) => ({ words: measure, points: 10, measure }))
  const id = randomUUID()
  await pool.query(
    `insert into "Assignment" (id, "classId", "layerId", "revisionId", title, labels, points, requirement, gate, rubric)
     values ($1, $2, $3, $4, 'Who says so?', '{}', 30, $5, 'reveal', $6)`,
    [id, classId, layerId, revisionId, { flags: 5, dimensions: { sourcing: 1, statement: 1, framing: 1 } }, JSON.stringify(rubric)])
  await pool.query(
    `insert into "Submission" ("assignmentId", "userId", pseudonym, "startedAt", "submittedAt") select $1, id, n, now(), now() from unnest($2::uuid[]) with ordinality as t(id, n)`,
    [id, learners])
  const viewer: SignedIn = { kind: 'user', id: teacher, name: 'Teacher', role: 'member' }
  const key = await openKey(viewer, id)
  if (!key.ok) throw new Error('No key')
  // One student's flags are the key.
  await pool.query(`update "Annotation" set "layerId" = $1, "authorId" = $2 where "layerId" = $3 and "authorId" = $4`, [key.value.layerId, teacher, layerId, learners[0]])
  return { id, classId, layerId, articleId, viewer }
}

async function timed(run: () => Promise<unknown>, times = 5): Promise<number[]> {
  const taken: number[] = []
  for (let i = 0; i < times; i += 1) {
    const before = performance.now()
    await run()
    taken.push(performance.now() - before)
  }
  return taken
}

const { id, classId, layerId, viewer } = await taught()
const floor = median(await timed(() => pool.query(
  `select a.id, a."authorId", x."start", x."end", (select json_agg(l) from "AnnotationLabel" l where l."annotationId" = a.id)
   from "Annotation" a join "Anchor" x on x."annotationId" = a.id where a."layerId" = $1`, [layerId])))
const forget = () => db.layerSummary.deleteMany({ where: { layerId } })
const pages: [string, () => Promise<unknown>, (() => Promise<unknown>)?][] = [
  ['board', () => readBoard(viewer, id)],
  ['summary, computed', () => readSummary(viewer, layerId), forget],
  ['summary, kept', () => readSummary(viewer, layerId)],
  ['results against the key', () => readClassResults(viewer, id)],
  ['progress, computed', () => readClassProgress(viewer, classId), () => db.assignmentDigest.deleteMany({})],
  ['progress, kept', () => readClassProgress(viewer, classId)],
  ['grades proposed anew', () => proposeGrades(viewer, id)],
  ['grades', () => readGrades(viewer, id)],
]
const rows: string[][] = []
const delay = monitorEventLoopDelay({ resolution: 2 })
for (const [name, open, before] of pages) {
  await before?.()
  delay.reset()
  delay.enable()
  const [first, ...rest] = await timed(open, before ? 1 : 5)
  delay.disable()
  const usual = rest.length > 0 ? median(rest) : first!
  rows.push([name, first!.toFixed(0), usual.toFixed(0), (usual / floor).toFixed(1), (delay.max / 1e6).toFixed(0)])
}
report('classroom', [{
  heading: `A class of ${students} with ${each} flags each: server time, ms (reading the rows of all flags: ${floor.toFixed(0)})`,
  columns: ['page', 'first', 'median', 'times reading the rows', 'longest turn of this process'],
  rows,
}])
await disconnect()
