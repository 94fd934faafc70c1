import 'server-only'
import type { Result } from '@/lib/domain/problem'
import { compute, type Options } from './compute/compute'
import type { Input, Output } from './compute/tasks'
import { pool } from './db'
import { judging, passageAsJson, type MarkedWork } from './marked-work'

/** Where the work of an assignment stands. */
type Where = { layerId: string; keyLayerId: string | null; revisionId: string }

/** Everything that was flagged in an assignment, or by one student of it, and its key: on its revision and in reading order. No permission check: callers must authorise. */
export async function readMarkedWork({ layerId, keyLayerId, revisionId }: Where, studentId?: string): Promise<MarkedWork> {
  const values = [keyLayerId ? [layerId, keyLayerId] : [layerId], revisionId, studentId ?? null, keyLayerId]
  const { rows } = await pool.query<Omit<MarkedWork, 'keyLayerId'>>({ name: 'gloss-marked', text: marked, values })
  return { ...rows[0]!, keyLayerId }
}

/** Work of so many flags is judged in less time than asking another process takes. */
const atOnce = 200

type Judging = keyof typeof judging

/** Judges the work of an assignment, where it is not small in another process. Refuses what `compute` refuses. */
export async function judge<Name extends Judging>(name: Name, input: Input<Name>, options: Options): Promise<Result<Output<Name>>> {
  if (input.work.count > atOnce) return compute(name, input, options)
  const run = judging[name] as (input: Input<Name>) => Result<Output<Name>>
  return run(input)
}

const marked = `
  select count(*)::int as count, coalesce(json_agg(${passageAsJson} order by x."start", x."end" desc, a.id), '[]')::text as flags
  from "Annotation" a
  join "Anchor" x on x."annotationId" = a.id and x."revisionId" = $2 and x.state <> 'orphaned'
  where a."layerId" = any($1::uuid[]) and a."deletedAt" is null
    and ($3::uuid is null or a."authorId" = $3 or a."layerId" = $4)`
