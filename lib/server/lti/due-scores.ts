import 'server-only'
import { storedScore, type Score, type ScoredWork } from '@/lib/domain/lti/score'
import { mostTries } from '@/lib/domain/lti/trouble'
import type { Problem } from '@/lib/domain/problem'
import { Prisma } from '@/prisma/generated/client'
import { db } from '../db'

/** Somebody's work behind one link that its platform has not been told of as it is, taken to be told now. */
export type DueScore = {
  linkId: string
  userId: string
  subject: string
  lineItemUrl: string | null
  lineItemsUrl: string | null
  resourceLinkId: string
  assignment: { id: string; title: string; points: number }
  work: ScoredWork
  last: Score | null
  tries: number
}

/** How long rows that were taken are left to who took them, in milliseconds: longer than one batch can take. */
const lease = 3 * 60_000

/**
 * Takes up to `limit` of what a platform must be told, those that never failed first. One statement compares all work
 * behind its links with what was last sent, and marks what it takes, so that no other process takes the same. What was
 * refused for good is not taken again until the work has changed. Only students who are both in the class and in the course
 * of the link are spoken of, and only to platforms and deployments that are allowed.
 */
export async function takeDueScores(platformId: string, limit: number, within: readonly string[], now: Date): Promise<DueScore[]> {
  const until = new Date(now.getTime() + lease)
  const rows = await db.$queryRaw<Row[]>`
    with ${dueOf(platformId, within, now)},
    taken as (
      insert into "LtiScore" as s ("linkId", "userId", sent, "nextTryAt", problem)
      select "linkId", "userId", sent, ${until}::timestamptz, ${taking}::jsonb from due order by tries, "linkId", "userId" limit ${limit}
      on conflict ("linkId", "userId") do update set "nextTryAt" = excluded."nextTryAt", problem = excluded.problem
      where (s."nextTryAt" is null or s."nextTryAt" <= ${now}) and s.sent is not distinct from excluded.sent
      returning s."linkId", s."userId"
    )
    select due.* from due join taken using ("linkId", "userId") order by due.tries, due."linkId", due."userId"`
  await noteGradesTold(rows)
  return rows.map(({ assignmentId: id, title, maximum, submitted, released, points, comment, of, sent, ...rest }) => ({
    ...rest,
    assignment: { id, title, points: maximum },
    work: { submitted, released, points, comment, maximum, of },
    last: storedScore(sent),
  }))
}

/** Their platform shows students a grade as soon as it has one, so that it counts as seen before it is sent. */
async function noteGradesTold(rows: readonly Row[]): Promise<void> {
  const told = rows.filter(({ released, points, comment }) => released && (points ?? comment) !== null)
  if (told.length === 0) return
  await db.firstSight.createMany({ data: told.map(({ assignmentId, userId }) => ({ assignmentId, userId })), skipDuplicates: true })
}

/**
 * What came of telling the platform: what it has now, or what is wrong and when it is tried again (null: not by itself).
 * `held`: until then the platform asked to be left alone altogether.
 */
export type Outcome = { linkId: string; userId: string } & ({ sent: Score } | { problem: Problem; of: string; nextTryAt: Date | null; held: boolean })

/** Writes down what came of a batch in one statement, and gives its rows back. Rows of links that changed are gone, and stay so. */
export async function keepOutcomes(outcomes: readonly Outcome[], now: Date): Promise<void> {
  const rows = outcomes.map(({ linkId, userId, ...came }) => ({
    linkId,
    userId,
    ...('sent' in came ? { sent: came.sent } : { problem: { ...came.problem, of: came.of, held: came.held }, nextTryAt: came.nextTryAt?.toISOString() ?? null }),
  }))
  await db.$executeRaw`
    update "LtiScore" s set
      sent = coalesce(v.sent, s.sent), "sentAt" = case when v.sent is null then s."sentAt" else ${now} end,
      tries = case when v.sent is null then s.tries + 1 else 0 end, "nextTryAt" = v."nextTryAt", problem = v.problem
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v("linkId" uuid, "userId" uuid, sent jsonb, problem jsonb, "nextTryAt" timestamptz)
    where s."linkId" = v."linkId" and s."userId" = v."userId"`
}

/** Leaves everything else that is due for a platform until it may be asked again, in one statement: as if it had been tried. */
export async function postponeDueScores(platformId: string, problem: Problem, until: Date, within: readonly string[], now: Date): Promise<void> {
  await db.$executeRaw`
    with ${dueOf(platformId, within, now)}
    insert into "LtiScore" as s ("linkId", "userId", tries, "nextTryAt", problem)
    select "linkId", "userId", 1, ${until}::timestamptz, ${JSON.stringify(problem)}::jsonb || jsonb_build_object('of', "of") from due
    on conflict ("linkId", "userId") do update
    set tries = s.tries + 1, "nextTryAt" = case when s.tries + 1 < ${mostTries} then excluded."nextTryAt" end, problem = excluded.problem
    where s."nextTryAt" is null or s."nextTryAt" <= ${now}`
}

/** Until when a platform asked to be left alone, and what was wrong then; null: it did not, or that is over. */
export async function holdOf(platformId: string, now: Date): Promise<{ until: Date; problem: Problem } | null> {
  const [row] = await db.$queryRaw<{ until: Date; code: Problem['code'] }[]>`
    select s."nextTryAt" as until, s.problem->>'code' as code from "LtiScore" s
    join "LtiLink" l on l.id = s."linkId" join "LtiContext" c on c.id = l."ltiContextId" join "LtiDeployment" d on d.id = c."deploymentId"
    where s."nextTryAt" > ${now} and s.problem @> '{"held": true}' and d."platformId" = ${platformId}::uuid
    order by s."nextTryAt" desc limit 1`
  return row ? { until: row.until, problem: { code: row.code, path: '' } } : null
}

/** Assignments in which something may be due without anybody having done anything: a pause is over, a date came in the last hour. */
export async function assignmentsComeDue(now: Date): Promise<string[]> {
  const hour = new Date(now.getTime() - 60 * 60_000)
  const rows = await db.$queryRaw<{ id: string }[]>`
    select l."assignmentId" as id from "LtiScore" s join "LtiLink" l on l.id = s."linkId" where s."nextTryAt" <= ${now}
    union
    select l."assignmentId" from "LtiLink" l join "Assignment" a on a.id = l."assignmentId" where a."gradesAt" > ${hour} and a."gradesAt" <= ${now}`
  return rows.map(({ id }) => id)
}

/** The assignments in which a platform must be told anything, of all that it links to: looking through all of them takes a while. */
export async function assignmentsToTell(platformId: string, now: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`with ${dueOf(platformId, null, now)} select distinct "assignmentId" as id from due order by 1`
  return rows.map(({ id }) => id)
}

/** What stands in `problem` while a row is taken. */
export const taking = '{"taken": true}'

type Row = Omit<DueScore, 'assignment' | 'work' | 'last'> & ScoredWork & { assignmentId: string; title: string; sent: unknown }

/** The common table `due`, of these assignments or (null) of all. The facts of the work are compared by their fingerprint; what they mean, the kernel knows (`scoreOf`). */
const dueOf = (platformId: string, within: readonly string[] | null, now: Date) => Prisma.sql`
  facts as (
    select l.id as "linkId", w."userId", l."lineItemUrl", c."lineItemsUrl", l."resourceLinkId", a.id as "assignmentId", a.title, a.points as maximum,
      w."submittedAt" is not null as submitted, (w."releasedAt" is not null or coalesce(a."gradesAt" <= ${now}, false)) as released,
      coalesce(w.points, (w.proposal->>'points')::float8) as points, w.comment
    from "LtiDeployment" d
    join "LtiPlatform" p on p.id = d."platformId" and p."disabledAt" is null
    join "LtiContext" c on c."deploymentId" = d.id
    join "LtiLink" l on l."ltiContextId" = c.id and (l."lineItemUrl" is not null or c."lineItemsUrl" is not null)
    join "Assignment" a on a.id = l."assignmentId" and a."deleteAt" is null
    join "Class" g on g.id = a."classId" and g."deleteAt" is null
    join "Submission" w on w."assignmentId" = a.id and w."startedAt" is not null
    join "LtiParticipant" r on r."ltiContextId" = c.id and r."userId" = w."userId"
    join "ClassMember" m on m."classId" = a."classId" and m."userId" = w."userId" and m.role = 'student'
    where d."platformId" = ${platformId}::uuid and d."allowedAt" is not null ${within ? Prisma.sql`and a.id = any(${[...within]}::uuid[])` : Prisma.empty}
  ),
  marked as materialized (select facts.*, md5(jsonb_build_array(submitted, released, points, comment, maximum)::text) as "of" from facts),
  changed as materialized (
    select f.*, s.sent, coalesce(s.tries, 0) as tries
    from marked f
    left join "LtiScore" s on s."linkId" = f."linkId" and s."userId" = f."userId"
    where s.sent->>'of' is distinct from f."of"
      and case when s."nextTryAt" is null then s.problem->>'of' is distinct from f."of" else s."nextTryAt" <= ${now} end
  ),
  due as (
    select changed.*, t.subject from changed
    join lateral (
      select subject from "LtiAccount" where "platformId" = ${platformId}::uuid and "userId" = changed."userId" order by "createdAt", subject limit 1
    ) t on true
  )`
