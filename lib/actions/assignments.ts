'use server'

import { refresh } from 'next/cache'
import { assignmentIn } from '@/lib/domain/classroom/assignment'
import { adoptForm, assignmentNamed, changedAssignment, newAssignment, revealForm } from '@/lib/domain/classroom/assignment-forms'
import { mergeAssignment } from '@/lib/domain/classroom/merge-assignment'
import { accept, problemsOf, refuse, type Result } from '@/lib/domain/problem'
import * as key from '@/lib/server/answer-key'
import { readAssignment } from '@/lib/server/assignment-view'
import { readArticle } from '@/lib/server/articles'
import * as assignments from '@/lib/server/assignments'
import { readClass } from '@/lib/server/classes'
import { chooseAssignment } from '@/lib/server/lti/choosing'
import { currentViewer } from '@/lib/server/session'
import * as submissions from '@/lib/server/submissions'
import { answered } from './class-answer'
import { readForm, refused, type FormState } from './form-state'
import { formTurnedAway, turnedAway } from './turned-away'
import { senderOf } from './sender'

/**
 * Sets an exercise; input is `{ classId, slug, form, launch? }`, its moments as the class's clock shows them. One that was
 * made for a launch is chosen for it. Answers where to go on to.
 */
export async function setAssignment(input: unknown): Promise<Result<{ path: string }>> {
  const away = await turnedAway(input)
  if (away) return away
  const [sender, sent] = [await senderOf(input), newAssignment.safeParse(input)]
  if (!sender.ok) return sender
  const viewer = sender.value
  const of = sent.success && viewer.kind === 'user' ? await readClass(viewer, sent.data.classId) : null
  if (!sent.success || !of) return refuse('notFound')
  const form = assignmentIn(of.timeZone).safeParse(sent.data.form)
  if (!form.success) return { ok: false, problems: problemsOf(form.error) }
  const made = await assignments.createAssignment(viewer, of.id, sent.data.slug, form.data)
  if (!made.ok) return made
  const chosen = sent.data.launch ? await chooseAssignment(viewer, sent.data.launch, made.value.id) : made
  return accept({ path: chosen.ok && 'path' in chosen.value ? chosen.value.path : `/assignments/${made.value.id}` })
}

/**
 * Changes an exercise; input is `{ assignmentId, form, before?, told? }`. What somebody else changed since the form was as
 * `before` says stays, or is refused where it clashes, unless the sender was told of it.
 */
export async function changeAssignment(input: unknown): Promise<Result<void>> {
  const away = await turnedAway(input)
  if (away) return away
  const [sender, sent] = [await senderOf(input), changedAssignment.safeParse(input)]
  if (!sender.ok) return sender
  const of = sent.success ? await readAssignment(sender.value, sent.data.assignmentId) : null
  if (!sent.success || !of) return refuse('notFound')
  const zone = of.class.timeZone
  const [form, before] = [assignmentIn(zone).safeParse(sent.data.form), assignmentIn(zone).safeParse(sent.data.before)]
  if (!form.success) return { ok: false, problems: problemsOf(form.error) }
  const merged = before.success ? mergeAssignment(of, before.data, sent.data.told, form.data, zone) : accept(form.data)
  return merged.ok ? assignments.changeAssignment(sender.value, of.id, merged.value) : merged
}

/** Begins a student's own work; input is `{ assignmentId }`. Sent by the page itself, since a page that is fetched changes nothing. */
export async function beginWork(input: unknown): Promise<Result<void>> {
  const away = await turnedAway(input)
  if (away) return away
  const sent = assignmentNamed.safeParse(input)
  const begun = sent.success ? await submissions.openWork(await currentViewer(), sent.data.assignmentId) : refuse('notFound')
  return begun.ok ? accept(undefined) : begun
}

/** Hands a student's own work in. */
export async function handIn(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(assignmentNamed, form)
  return answered(input.ok ? await submissions.submitWork(await currentViewer(), input.value.assignmentId) : input, form)
}

/** Takes a student's own work back. */
export async function takeBack(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(assignmentNamed, form)
  return answered(input.ok ? await submissions.takeBack(await currentViewer(), input.value.assignmentId) : input, form)
}

/** Reveals everybody's work (`revealed` yes), or hides it again. */
export async function revealWork(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(revealForm, form)
  return answered(input.ok ? await assignments.reveal(await currentViewer(), input.value.assignmentId, input.value.revealed) : input, form)
}

/** Notes that a class looks at its work on the projector; input is `{ assignmentId }`. */
export async function noteProjection(input: unknown): Promise<Result<void>> {
  const away = await turnedAway(input)
  if (away) return away
  const sent = assignmentNamed.safeParse(input)
  return sent.success ? assignments.noteProjection(await currentViewer(), sent.data.assignmentId) : refuse('notFound')
}

/** Takes the viewer's own flags of the article's open reading into the key. */
export async function adoptOwnFlags(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(assignmentNamed, form)
  if (!input.ok) return refused(input.problems, form)
  const viewer = await currentViewer()
  const view = await readAssignment(viewer, input.value.assignmentId)
  const article = view && (await readArticle(viewer, view.article.slug))
  const taken = view && article ? await key.adoptIntoKey(viewer, view.id, article.layer.id, 'mine') : refuse('notFound')
  if (!taken.ok) return refused(taken.problems, form)
  refresh()
  return { problems: [], values: {}, done: taken.value }
}

/** Takes what stands in another layer of the article into the key: everybody's open reading, or the key of another exercise. */
export async function adoptLayer(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(adoptForm, form)
  const taken = input.ok ? await key.adoptIntoKey(await currentViewer(), input.value.assignmentId, input.value.layerId, 'all') : input
  if (!taken.ok) return refused(taken.problems, form)
  refresh()
  return { problems: [], values: {}, done: taken.value }
}
