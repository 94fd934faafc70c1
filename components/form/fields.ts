/** What stands in the fields of a form, by their names. */
export type Fields = Record<string, string[]>

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Never kept: what is secret, what browsers forget, and what nobody typed. */
const unkept: ReadonlySet<string> = new Set(['password', 'file', 'hidden', 'submit', 'button', 'image', 'reset'])

/** Everything that a person can have put into a form. */
export const readFields = (form: HTMLFormElement): Fields =>
  read(form, (control) => (isChoice(control) && !control.checked ? null : control.value))

/** The fields as the page came with them, whatever a browser that remembers forms has put into them since. */
export const givenFields = (form: HTMLFormElement): Fields =>
  read(form, (control) => {
    if (control instanceof HTMLSelectElement) return ([...control.options].find(({ defaultSelected }) => defaultSelected) ?? control.options[0])?.value ?? ''
    return isChoice(control) ? (control.defaultChecked ? control.value : null) : control.defaultValue
  })

function read(form: HTMLFormElement, valueOf: (control: Control) => string | null): Fields {
  const fields: Fields = {}
  for (const control of controlsOf(form)) {
    const values = (fields[control.name] ??= [])
    const value = valueOf(control)
    // The lines of a text end as a script set them, or as the browser does.
    if (value !== null) values.push(value.replace(/\r\n?/g, '\n'))
  }
  return fields
}

/** Puts it back as if it were typed, so that whoever listens to the fields hears of it. */
export function fillFields(form: HTMLFormElement, fields: Fields): void {
  const next = new Map<string, number>()
  for (const control of controlsOf(form)) {
    const values = fields[control.name]
    if (!values) continue
    if (isChoice(control)) {
      const wanted = values.includes(control.value)
      if (control.checked !== wanted && (wanted || control.type === 'checkbox')) control.click()
      continue
    }
    const place = next.get(control.name) ?? 0
    next.set(control.name, place + 1)
    const value = values[place]
    if (value !== undefined && control.value !== value) type(control, value)
  }
}

export const sameFields = (a: Fields, b: Fields): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => (a[name] ?? []).join('\0') === (b[name] ?? []).join('\0'))

/** Whether something that was kept has the shape of fields. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && Object.values(value).every((each) => Array.isArray(each) && each.every((text) => typeof text === 'string'))

const isChoice = (control: Control): control is HTMLInputElement => control.type === 'checkbox' || control.type === 'radio'

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) &&
      element.name !== '' &&
      !unkept.has(element.type),
  )
}

/** A value set on the element itself would go past React, which then takes the event for none. */
function type(control: Control, value: string): void {
  const owner = control instanceof HTMLSelectElement ? HTMLSelectElement : control instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement
  Object.getOwnPropertyDescriptor(owner.prototype, 'value')?.set?.call(control, value)
  control.dispatchEvent(new Event(control instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
}
