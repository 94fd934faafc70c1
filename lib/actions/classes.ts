'use server'

import { redirect } from 'next/navigation'
import { classDetails } from '@/lib/domain/classroom/class'
import { archiveForm, changedClassForm, copyForm, goneSectionForm, keepForm, newSectionForm, sectionForm } from '@/lib/domain/classroom/class-forms'
import * as copies from '@/lib/server/class-copy'
import * as sections from '@/lib/server/class-sections'
import * as classes from '@/lib/server/classes'
import { currentViewer } from '@/lib/server/session'
import { answered } from './class-answer'
import { readForm, refused, type FormState } from './form-state'
import { formTurnedAway } from './turned-away'
import { readBefore } from './sender'

/** Makes a class and goes to it. */
export async function makeClass(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(classDetails, form)
  const made = input.ok ? await classes.createClass(await currentViewer(), input.value) : input
  if (!made.ok) return refused(made.problems, form, 'name', 'timeZone')
  redirect(`/classes/${made.value.id}`)
}

/** Names a class anew or puts it on another clock. */
export async function changeClass(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(changedClassForm, form)
  if (!input.ok) return answered(input, form, 'name', 'timeZone')
  const { classId, ...details } = input.value
  return answered(await classes.changeClass(await currentViewer(), classId, details, readBefore(classDetails, form)), form, 'name', 'timeZone')
}

/** Puts a class into the archive (`archived` yes) or takes it out. */
export async function archiveClass(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(archiveForm, form)
  return answered(input.ok ? await classes.archiveClass(await currentViewer(), input.value.classId, input.value.archived) : input, form)
}

/** Says until which day a class is kept. */
export async function keepClass(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(keepForm, form)
  const kept = input.ok ? await classes.keepClassUntil(await currentViewer(), input.value.classId, input.value.keepUntil, readBefore(keepForm.pick({ keepUntil: true }), form)) : input
  return answered(kept, form, 'keepUntil')
}

/** Copies a class for the next term and goes to the copy. */
export async function copyClass(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(copyForm, form)
  const made = input.ok ? await copies.copyClass(await currentViewer(), input.value.classId, input.value) : input
  if (!made.ok) return refused(made.problems, form, 'name', 'days')
  redirect(`/classes/${made.value.id}`)
}

/** Makes a section of a class. */
export async function makeSection(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(newSectionForm, form)
  return answered(input.ok ? await sections.makeSection(await currentViewer(), input.value.classId, input.value.section) : input, form, 'section')
}

/** Names a section anew. */
export async function renameSection(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(sectionForm, form)
  if (!input.ok) return answered(input, form, 'section')
  const { classId, sectionId, section } = input.value
  return answered(await sections.renameSection(await currentViewer(), classId, sectionId, section, readBefore(sectionForm.pick({ section: true }), form).section), form, 'section')
}

/** Removes a section; its people stay in the class. */
export async function removeSection(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(goneSectionForm, form)
  return answered(input.ok ? await sections.removeSection(await currentViewer(), input.value.classId, input.value.sectionId) : input, form)
}
