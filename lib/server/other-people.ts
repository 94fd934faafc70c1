import 'server-only'
import { agentsIn, plainName, type OtherPeople } from '@/lib/domain/formats/agents'
import type { IncomingAnnotation } from '@/lib/domain/formats/exchange'
import { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { turns } from './turns'

/**
 * Whom of this site, other than who brings them (`posterId`), annotations from elsewhere name as makers: by the id of any account, and
 * by the name of anybody whom a reader of the layer knows there (its annotators, the people of its class, the article's
 * owner). Nothing is asked where they name nobody.
 */
export async function otherPeople(posterId: string, layerId: string, annotations: readonly IncomingAnnotation[]): Promise<OtherPeople> {
  const [named, called] = [new Set<string>(), new Set<string>()]
  const pause = turns()
  for (const { foreign } of annotations) {
    await pause()
    for (const { personId, name } of agentsIn(foreign)) {
      if (personId !== null && personId !== posterId) named.add(personId)
      if (name !== null) called.add(plainName(name))
    }
  }
  const [ids, names] = [[...named], [...called]]
  const accounts = ids.length === 0 ? [] : await db.$queryRaw<{ id: string }[]>`select id from "User" where id = any(${ids}::uuid[])`
  const known = names.length === 0 ? [] : await db.$queryRaw<{ name: string }[]>`
    select u.name from "User" u where u.id <> ${posterId}::uuid and u.id in (${knownIn(layerId)})`
  return { ids: new Set(accounts.map(({ id }) => id)), names: new Set(known.map(({ name }) => plainName(name)).filter((name) => called.has(name))) }
}

const knownIn = (layerId: string) => Prisma.sql`
  select "authorId" from "Annotation" where "layerId" = ${layerId}::uuid
  union select a."ownerId" from "Layer" l join "Article" a on a.id = l."articleId" where l.id = ${layerId}::uuid
  union select m."userId" from "Assignment" s join "ClassMember" m on m."classId" = s."classId" where s."layerId" = ${layerId}::uuid`
