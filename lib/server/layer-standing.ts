import 'server-only'
import type { ClassRole } from '@/lib/domain/classroom/class-role'
import { gates, type Gate } from '@/lib/domain/classroom/gate'
import { seenAuthors, standingOf, type Standing, type StandingFacts } from '@/lib/domain/classroom/standing'
import type { ArticleSubject } from '@/lib/domain/predicates'
import type { Viewer } from '@/lib/domain/viewer'
import type { LayerKind } from '@/prisma/generated/client'
import { pool } from './db'
import { recordLayerSight } from './first-sights'

/** What says to whom a layer belongs: `kind` open is everybody's reading of the article, others belong to an assignment. */
export type LayerOwner = ArticleSubject & { kind: LayerKind }

/**
 * What the rules must know of a layer for one viewer: of the open reading its article, of an assignment's layers the
 * viewer's standing in them. The open reading costs no statement.
 */
export async function subjectFor(viewer: Viewer, layerId: string, owner: LayerOwner): Promise<ArticleSubject> {
  if (owner.kind === 'open') return articleOf(owner)
  const [standing] = await readStandings(layerId, [viewer])
  return { ...articleOf(owner), standing: standing ?? stranger }
}

/**
 * The same for who is about to be given what they may see of the layer. A student's first sight of others' work is noted;
 * what they may see is then read anew.
 */
export async function subjectServed(viewer: Viewer, layerId: string, owner: LayerOwner): Promise<ArticleSubject> {
  const subject = await subjectFor(viewer, layerId, owner)
  return (await recordLayerSight(viewer, layerId, subject.standing)) ? subjectFor(viewer, layerId, owner) : subject
}

/** Whose annotations of a layer the viewer may see: everybody's (null), or those of these people. */
export const authorsSeen = ({ standing }: ArticleSubject): readonly string[] | null => (standing ? seenAuthors(standing) : null)

/** Does the viewer, who may read the layer, see at the least all that was handed in? Of other layers: everything. */
export const seesHandedIn = (subject: ArticleSubject): boolean =>
  authorsSeen(subject) === null || (subject.standing?.kind === 'assignment' && subject.standing.open)

/** Is anything of the layer kept from the viewer, be it only who wrote it? Doors that tell names are not there for them. */
export const seesAll = (subject: ArticleSubject): boolean => authorsSeen(subject) === null && (subject.standing?.named ?? true)

/** The standings of several viewers in a layer of an assignment, in their order, by one statement, at this moment. */
export async function readStandings(layerId: string, viewers: readonly Viewer[], now = Date.now()): Promise<Standing[]> {
  const ids = [...new Set(viewers.flatMap((viewer) => (viewer.kind === 'user' ? [viewer.id] : [])))]
  const { rows } = await pool.query<Row>({ name: 'gloss-standings', text: statement, values: [layerId, ids] })
  const known = new Map(rows.map((row) => [row.userId, standingOf(factsOf(row), now)]))
  return viewers.map((viewer) => (viewer.kind === 'user' && known.get(viewer.id)) || stranger)
}

const articleOf = ({ visibility, ownerId }: LayerOwner): ArticleSubject => ({ visibility, ownerId })

/** Somebody who is not in the class. */
const stranger: Standing = { kind: 'assignment', role: null, opened: false, open: false, keyOpen: false, shut: true, circle: [], drafts: false, handedIn: [], named: false, labels: [] }

type Row = {
  userId: string
  kind: 'assignment' | 'key'
  role: ClassRole
  archived: boolean
  gate: Gate
  gateFlags: number
  opens: number | null
  due: number | null
  lateUntil: number | null
  revealed: number | null
  started: number | null
  submitted: number | null
  ownFlags: number
  circle: string[]
  handedIn: string[]
  pseudonyms: boolean
  labels: string[]
}

function factsOf({ role, kind, archived, gate, gateFlags, opens, due, lateUntil, revealed, started, submitted, ownFlags, circle, handedIn, pseudonyms, labels }: Row): StandingFacts {
  if (!gates.includes(gate)) throw new Error(`An assignment has a gate that the kernel does not know: ${gate}`)
  return { role, kind, archived, gate, flags: gateFlags, opens, due, lateUntil, revealed, work: { started, submitted }, ownFlags, circle, handedIn, pseudonyms, labels }
}

const moment = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`

/** Enum labels come as the migration names them, which is as the kernel does. */
const statement = `
  select m."userId", layer.kind::text as kind, m.role::text as role, c."archivedAt" is not null as archived,
    s.gate::text as gate, s."gateFlags", s.pseudonyms, s.labels,
    ${moment('s."opensAt"')} as opens, ${moment('s."dueAt"')} as due, ${moment('s."lateUntil"')} as "lateUntil",
    ${moment('s."revealedAt"')} as revealed, ${moment('w."startedAt"')} as started, ${moment('w."submittedAt"')} as submitted,
    (
      select count(*)::int from "Annotation" a
      where s.gate = 'own-flags' and a."layerId" = s."layerId" and a."authorId" = m."userId" and a."deletedAt" is null
    ) as "ownFlags",
    array(
      select m."userId"::text union
      select mate."userId"::text from "Submission" mate
      where mate."assignmentId" = s.id and s."groupSize" is not null and mate."group" = w."group"
    ) as circle,
    array(
      select mate."userId"::text from "Submission" mate
      where s."revealedAt" is null and s.gate <> 'open' and mate."assignmentId" = s.id and mate."submittedAt" is not null
    ) as "handedIn"
  from "Layer" layer
  join "Assignment" s on s."layerId" = layer.id or s."keyLayerId" = layer.id
  join "Class" c on c.id = s."classId"
  join "ClassMember" m on m."classId" = c.id and m."userId" = any($2::uuid[])
  left join "Submission" w on w."assignmentId" = s.id and w."userId" = m."userId"
  where layer.id = $1`
