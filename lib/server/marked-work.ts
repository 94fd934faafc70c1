import 'server-only'
import { createHash } from 'node:crypto'
import type { Rubric } from '@/lib/domain/classroom/assignment'
import { classResultsOf, type ClassResults } from '@/lib/domain/classroom/class-results'
import { digestOf, type AssignmentDigest } from '@/lib/domain/classroom/digest'
import { proposalOf, type Proposal } from '@/lib/domain/classroom/proposal'
import { progressOf, type Requirement } from '@/lib/domain/classroom/requirement'
import { resultOf, type MarkedPassage } from '@/lib/domain/classroom/work-result'
import { accept, type Result } from '@/lib/domain/problem'
import { joinedLabels, labelsOf } from './annotation-sql'

/** What was flagged in an assignment and its key, as the database wrote it down: read only where it is judged. */
export type MarkedWork = { flags: string; count: number; keyLayerId: string | null }

/** A flag in `flags`: layer, reader, id, version, start, end, labels as one text. */
type Row = [string, string, string, number, number, number, string | null]

/** The SQL of such a row, over the annotation `a` and its anchor `x`. */
export const passageAsJson = `
  json_build_array(a."layerId", a."authorId", a.id, a.version, x."start", x."end",
    (select ${joinedLabels('l')} from "AnnotationLabel" l where l."annotationId" = a.id))`

type OfStudents = { work: MarkedWork; students: readonly string[] }

/** What is made of an assignment's work where nobody waits for it: each takes plain values and answers a plain one. */
export const judging = {
  'class-results': ({ work, students, text }: OfStudents & { text: string }): Result<ClassResults> => accept(classResultsOf({ text, ...worksOf(work, students) })),
  'digest-work': ({ work, students, text, language }: OfStudents & { text: string; language: string | null }): Result<AssignmentDigest> =>
    accept(digestOf({ text, language, ...worksOf(work, students) })),
  'propose-grades': ({ work, students, rubric, requirement }: OfStudents & { rubric: Rubric; requirement: Requirement }): Result<Proposals> => {
    const { works, key, keyState } = worksOf(work, students)
    const proposals = new Map([...works].map(([student, marked]) => [student, proposed({ rubric, requirement }, marked, key)]))
    return accept({ keyState, proposals })
  },
}

/** What the rubric proposes for each student (null: nothing can be measured); `keyState` changes whenever the key does. */
export type Proposals = { keyState: string; proposals: ReadonlyMap<string, Proposal | null> }

function proposed({ rubric, requirement }: { rubric: Rubric; requirement: Requirement }, marked: readonly MarkedPassage[], key: readonly MarkedPassage[]): Proposal | null {
  const result = key.length === 0 ? null : resultOf(marked, key)
  const scores = result && { sourcing: result.sourcing.score, statement: result.statement.score, framing: result.framing.score }
  return proposalOf(rubric, scores, progressOf(requirement, marked))
}

/** The work of these students, those who flagged nothing included, and the key. */
function worksOf({ flags, keyLayerId }: MarkedWork, students: readonly string[]) {
  const works = new Map(students.map((student): [string, MarkedPassage[]] => [student, []]))
  const key: MarkedPassage[] = []
  const versions: string[] = []
  for (const [layer, author, id, version, start, end, labels] of JSON.parse(flags) as Row[]) {
    if (layer === keyLayerId) versions.push(`${id}.${version}`)
    const passages = layer === keyLayerId ? key : works.get(author)
    passages?.push({ id, start, end, labels: labelsOf(labels) })
  }
  return { works, key, keyState: createHash('sha256').update(versions.sort().join()).digest('base64url') }
}
