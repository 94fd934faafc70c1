import { limits, personName } from '../account'
import { unpiled, unprintable } from '../text/line'
import { normalForm } from '../text/normal-form'
import { isTelling } from '../text/visible'

/**
 * Words of a platform that are to be shown: in one line, cut to 200 characters, with no letter under a pile of marks; null
 * where nothing can be seen. Cut first, however long they came.
 */
export function shownLine(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const plain = normalForm(value.slice(0, 4 * mostShown).replace(everyUnprintable, ' '), 'NFC').replace(/\s+/gu, ' ').trim()
  const line = [...unpiled(plain)].slice(0, mostShown).join('')
  return isTelling(line) ? line : null
}

/** What somebody is called, of the claims of a launch or a member of a list: their whole name, else its parts; else null. */
export function nameOfPerson(all: Record<string, unknown>): string | null {
  const whole = shownLine(all.name) ?? shownLine([all.given_name, all.family_name].filter((part) => typeof part === 'string').join(' '))
  return personName.safeParse(whole && [...whole].slice(0, limits.name).join('')).data ?? null
}

const mostShown = 200
const everyUnprintable = new RegExp(unprintable, 'gu')
