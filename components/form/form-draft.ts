import { keptVersions } from '@/components/kept/versions'
import { fillFields, givenFields, isFields, readFields, sameFields, type Fields } from './fields'

/** Which of how many kept versions of a form was put back into it. */
export type Shown = { index: number; of: number }

/** What is kept of a form: its fields as they are, and as they were before anybody changed them. */
type Kept = { fields: Fields; before: Fields }

const pause = 300

/** The draft of an open form, kept in this browser a moment after each change. `tell` is told which version was put back. */
export function formDraft(form: HTMLFormElement, key: string, tell: (shown: Shown | null) => void) {
  const versions = keptVersions('form', key)
  const blank = givenFields(form)
  let before = blank
  let timer: ReturnType<typeof setTimeout> | undefined
  let changed = !sameFields(readFields(form), blank)
  const settle = () => {
    clearTimeout(timer)
    changed = false
  }
  const flush = () => {
    if (!changed) return
    settle()
    const fields = readFields(form)
    if (sameFields(fields, before)) versions.forget()
    else versions.keep({ fields, before } satisfies Kept)
  }
  return {
    before: () => before,
    flush,
    changed() {
      changed = true
      clearTimeout(timer)
      timer = setTimeout(flush, pause)
    },
    /** Puts the version at this place back, the newest being the first, among those that say something else than the form. */
    restore(index: number): void {
      const worth = versions.all().flatMap((value, at) => (isKept(value) && !sameFields(value.fields, blank) ? [{ at, ...value }] : []))
      const version = worth[index]
      if (!version) return
      versions.goOnWith(version.at)
      fillFields(form, version.fields)
      before = version.before
      // It was not the person who changed the fields: the version stays where it is until they do.
      settle()
      tell({ index, of: worth.length })
    },
    /** Somebody else changed this field meanwhile, and the person has been told. */
    told(name: string): void {
      before = Object.fromEntries(Object.entries(before).filter(([each]) => each !== name))
    },
    saved(sent: Fields): void {
      settle()
      versions.forget()
      before = sent
      tell(null)
      // What was typed while it was on its way is not saved.
      changed = !sameFields(readFields(form), sent)
      flush()
    },
    discard(): void {
      fillFields(form, blank)
      settle()
      before = blank
      versions.forget()
      tell(null)
    },
  }
}

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'fields' in value && 'before' in value && isFields(value.fields) && isFields(value.before)
}
