import 'server-only'
import { layerChannel } from './audit'

/** Where a statement has what its traces say: placeholders or literals. */
type Said = { actor: string; action: string; detail: string }

/**
 * What `audit` does, as parts of a statement by hand: a trace for each row of `rows`, which have an `id` and a "layerId",
 * and one notice to the layer's live readers. It is `told` only where the statement selects `theyAreTold`.
 */
export const traced = (rows: string, { actor, action, detail }: Said) => `
  traced as (
    insert into "AuditRow" ("actorId", action, "subjectType", "subjectId", "layerId", detail)
    select ${actor}, ${action}, 'annotation', id, "layerId", ${detail} from ${rows} returning "layerId"
  ), told as (
    select pg_notify('${layerChannel}', "layerId"::text) from traced limit 1
  )`

export const theyAreTold = '(select count(*) from told) as told'
