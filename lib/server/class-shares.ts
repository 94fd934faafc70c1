import 'server-only'
import { classShare, type ClassShare } from '@/lib/domain/classroom/class-share'
import type { MarkedPassage } from '@/lib/domain/classroom/work-result'
import { joinedLabels, labelsOf } from './annotation-sql'
import type { AssignmentContext } from './assignment-context'
import { pool } from './db'

/** What the others who handed in made of places, by the place's id; `people` is how many they are. */
export type ClassShares = { people: number; places: Record<string, ClassShare> }

/**
 * Holds places of an assignment against the work of everybody else who handed in. Numbers only, and nobody's name. It
 * asks nobody's leave: the caller has.
 */
export async function readClassShares({ id, layerId, revisionId }: AssignmentContext, studentId: string, places: readonly MarkedPassage[]): Promise<ClassShares> {
  const { rows } = await pool.query<Row>({ name: 'gloss-class-shares', text: statement, values: [id, layerId, revisionId, studentId] })
  const works = new Map<string, MarkedPassage[]>()
  for (const { userId, id: passage, start, end, labels } of rows) {
    const work = works.get(userId) ?? []
    if (passage !== null) work.push({ id: passage, start, end, labels: labelsOf(labels) })
    works.set(userId, work)
  }
  return { people: works.size, places: Object.fromEntries(places.map((place) => [place.id, classShare(place, works.values())])) }
}

type Row = { userId: string; id: string | null; start: number; end: number; labels: string | null }

/** Who handed in without marking anything is one row with nothing in it. */
const statement = `
  select w."userId", a.id, x."start", x."end",
    (select ${joinedLabels('l')} from "AnnotationLabel" l where l."annotationId" = a.id) as labels
  from "Submission" w
  left join "Annotation" a on a."layerId" = $2 and a."authorId" = w."userId" and a."deletedAt" is null
  left join "Anchor" x on x."annotationId" = a.id and x."revisionId" = $3 and x.state <> 'orphaned'
  where w."assignmentId" = $1 and w."submittedAt" is not null and w."userId" <> $4 and (a.id is null or x."annotationId" is not null)`
