import { z } from 'zod'
import { criterion, type AssignmentForm, type Rubric } from '@/lib/domain/classroom/assignment'
import { wallTime } from '@/lib/domain/classroom/zoned-time'
import { gates } from '@/lib/domain/classroom/gate'
import { noteDocument } from '@/lib/domain/note'
import { readNumber } from '@/lib/domain/number-field'
import type { AssignmentView } from '@/lib/server/assignment-view'

export type RubricLine = { key: string; words: string; points: string; measure: Rubric[number]['measure'] }

const text = z.string()
export const draft = z.object({
  title: text,
  instructions: noteDocument.nullable(),
  labels: z.array(text).readonly(),
  opens: text,
  due: text,
  lateUntil: text,
  gradesAt: text,
  flags: text,
  sourcing: text,
  statement: text,
  framing: text,
  gate: z.enum(gates),
  gateFlags: text,
  pseudonyms: z.boolean(),
  groupSize: text,
  points: text,
  rubric: z.array(z.object({ key: text, words: text, points: text, measure: criterion.shape.measure })).readonly(),
})

/** An assignment while it is being filled in: what stands in its fields. Moments are on the class's clock, '' for none. */
export type Draft = z.infer<typeof draft>

/** What a new assignment begins with: one lesson, compared after handing in. */
export const newDraft = (title: string): Draft => ({
  title, instructions: null, labels: [], opens: '', due: '', lateUntil: '', gradesAt: '', flags: '5', sourcing: '0', statement: '0', framing: '0',
  gate: 'own-submission', gateFlags: '3', pseudonyms: true, groupSize: '', points: '10', rubric: [],
})

export const presets = ['lesson', 'homework', 'discussion'] as const
export type Preset = (typeof presets)[number]

const week = 7 * 86_400_000

/** What a preset puts into a draft; `now` in milliseconds since 1970, `zone` the class's clock. */
export function presetOf(preset: Preset, now: number, zone: string): Partial<Draft> {
  const none = { flags: '0', sourcing: '0', statement: '0', framing: '0' }
  if (preset === 'lesson') return { ...none, flags: '5', gate: 'own-submission' }
  if (preset === 'discussion') return { ...none, gate: 'reveal' }
  const due = `${wallTime(now + week, zone).slice(0, 10)}T23:59`
  return { flags: '6', sourcing: '2', statement: '2', framing: '2', gate: 'due', due }
}

/** The preset of which everything stands in the draft as it was put there, whatever day it is due; null: none. */
export const chosenPreset = (draft: Draft): Preset | null =>
  presets.find((preset) => Object.entries(presetOf(preset, 0, 'UTC')).every(([name, value]) => (name === 'due' ? draft.due !== '' : draft[name as keyof Draft] === value))) ?? null

/** The draft of an assignment that is there. */
export function draftOf(view: AssignmentView): Draft {
  const wall = (moment: number | null) => (moment === null ? '' : wallTime(moment, view.class.timeZone))
  const { title, instructions, labels, requirement, gate, gateFlags, pseudonyms, groupSize, points, rubric } = view
  return {
    title, instructions, labels, gate, pseudonyms,
    opens: wall(view.opens), due: wall(view.due), lateUntil: wall(view.lateUntil), gradesAt: wall(view.gradesAt),
    flags: String(requirement.flags), sourcing: String(requirement.dimensions.sourcing), statement: String(requirement.dimensions.statement),
    framing: String(requirement.dimensions.framing),
    gateFlags: String(gateFlags), groupSize: groupSize === null ? '' : String(groupSize), points: String(points),
    rubric: rubric.map((line, i) => ({ ...line, key: `stored-${i}`, points: String(line.points) })),
  }
}

/** The draft as it is sent. What is no number becomes none, which the server refuses at its field. */
export function formOf(draft: Draft): AssignmentForm {
  const number = (text: string) => readNumber(text) ?? 0
  const wall = (text: string) => (text === '' ? null : text)
  return {
    title: draft.title,
    instructions: draft.instructions,
    labels: [...draft.labels],
    opens: wall(draft.opens), due: wall(draft.due), lateUntil: wall(draft.lateUntil), gradesAt: wall(draft.gradesAt),
    groupSize: readNumber(draft.groupSize),
    points: number(draft.points),
    requirement: {
      flags: number(draft.flags),
      dimensions: { sourcing: number(draft.sourcing), statement: number(draft.statement), framing: number(draft.framing) },
    },
    gate: draft.gate,
    gateFlags: draft.gate === 'own-flags' ? number(draft.gateFlags) : 0,
    pseudonyms: draft.pseudonyms,
    rubric: draft.rubric.map(({ words, points, measure }) => ({ words, points: number(points), measure })),
  }
}
