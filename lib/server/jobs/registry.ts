import 'server-only'
import type { JobData, QueueName } from './queue'
import { compareScores } from './compare-scores'
import { importArticle } from './import-article'
import { purgeOld } from './purge-old'
import { removeClasses } from './remove-classes'
import { removeImports } from './remove-imports'
import { removeLtiLaunches } from './remove-lti-launches'
import { rotateLtiKeys } from './rotate-lti-keys'
import { sendScores } from './send-scores'

/** One try at a job: `signal` says that this process ends, `last` that there will be no other try. */
export type Attempt = { signal: AbortSignal; last: boolean }
type Job<Name extends QueueName> = {
  work: (data: JobData[Name], attempt: Attempt) => Promise<void>
  /** How many are done at once in one process, and how often new ones are looked for, in seconds. */
  atOnce: number
  every: number
  /** When it is due by itself, as crontab writes it (UTC). */
  cron?: string
}

/** Every job there is. */
export const jobs: { [Name in QueueName]: Job<Name> } = {
  'import-article': { work: importArticle, atOnce: 2, every: 1 },
  'remove-classes': { work: removeClasses, atOnce: 1, every: 60, cron: '7 4 * * *' },
  'remove-imports': { work: removeImports, atOnce: 1, every: 60, cron: '17 3 * * *' },
  'remove-lti-launches': { work: removeLtiLaunches, atOnce: 1, every: 60, cron: '27 * * * *' },
  'compare-scores': { work: compareScores, atOnce: 1, every: 30, cron: '23 * * * *' },
  'send-scores': { work: sendScores, atOnce: 2, every: 1, cron: '* * * * *' },
  'purge-old': { work: purgeOld, atOnce: 1, every: 60, cron: '47 3 * * *' },
  'rotate-lti-keys': { work: rotateLtiKeys, atOnce: 1, every: 60, cron: '37 2 * * *' },
}
