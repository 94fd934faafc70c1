import { mergeFields } from '../merge-fields'
import { noteText } from '../note'
import { accept, type Result } from '../problem'
import type { AssignmentForm, AssignmentMoments } from './assignment'
import { wallTime } from './zoned-time'

type Filled = AssignmentForm & { moments: AssignmentMoments }

/** What is set for an exercise, its moments in milliseconds since 1970. */
export type AssignmentTerms = Omit<AssignmentForm, keyof AssignmentMoments> & AssignmentMoments

/**
 * A form of an exercise that was begun on `before`, where the exercise is as `now` says: `mergeFields`, but for what its
 * sender was `told` of already (names of fields). What cannot be said in words is refused as `conflict` at its name.
 * `zone`: the class's clock, on which moments are told.
 */
export function mergeAssignment(now: AssignmentTerms, before: Filled, told: readonly string[], mine: Filled, zone: string): Result<Filled> {
  const begun = termsOf(before)
  const known = Object.fromEntries(Object.entries(begun).filter(([name]) => !told.includes(name))) as Partial<AssignmentTerms>
  const merged = mergeFields(now, known, termsOf(mine), (name) => wordsOf(now, name, zone))
  if (!merged.ok) {
    return { ok: false, problems: merged.problems.map((problem) => (wordless.has(problem.path) ? { code: 'conflict', path: problem.path } : problem)) }
  }
  const { opens, due, lateUntil, gradesAt, ...rest } = merged.value
  return accept({ ...mine, ...rest, moments: { opens, due, lateUntil, gradesAt } })
}

const termsOf = ({ moments, ...form }: Filled): AssignmentTerms => ({ ...form, ...moments })

const wordless: ReadonlySet<string> = new Set(['labels', 'requirement', 'gate', 'pseudonyms'])

function wordsOf(now: AssignmentTerms, name: keyof AssignmentTerms, zone: string): string {
  if (name === 'opens' || name === 'due' || name === 'lateUntil' || name === 'gradesAt') {
    const moment = now[name]
    return moment === null ? '' : wallTime(moment, zone).replace('T', ' ')
  }
  if (name === 'instructions') return now.instructions ? noteText(now.instructions) : ''
  if (name === 'rubric') return now.rubric.map(({ words, points }) => `${words} (${points})`).join('; ')
  return String(now[name] ?? '')
}
