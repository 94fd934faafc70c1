import 'server-only'
import { layerChannel } from './audit'

/** Where a statement has what its traces say: placeholders or literals. */
type Said = { actor: string; action: string; detail: string }

/**
 * Whom a notice is for: whoever `follows` the layer at the moment of the statement, which costs nothing where nobody does;
 * or `whoever` will have come to follow it before the statement's transaction ends, which is for one of several statements.
 * PostgreSQL has transactions that notify end one after another, so a notice that nobody hears is a wait for nothing.
 */
export type Notice = 'follows' | 'whoever'

/**
 * What `audit` does, as parts of a statement by hand: a trace for each row of `rows`, which have an `id` and a "layerId",
 * and one notice to the layer's live readers. It is `told` only where the statement selects `theyAreTold`. Who begins to
 * follow during such a statement reads what it wrote soon after (`live-hub.ts`).
 */
export const traced = (rows: string, { actor, action, detail }: Said, notice: Notice = 'follows') => `
  traced as (
    insert into "AuditRow" ("actorId", action, "subjectType", "subjectId", "layerId", detail)
    select ${actor}, ${action}, 'annotation', id, "layerId", ${detail} from ${rows} returning "layerId"
  ), told as (
    select pg_notify('${layerChannel}', "layerId"::text) from traced
    ${notice === 'follows' ? 'where exists (select from "LayerReaders" r where r."layerId" = traced."layerId")' : ''}
    limit 1
  )`

export const theyAreTold = '(select count(*) from told) as told'
