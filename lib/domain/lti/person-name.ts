import { limits, personName, unprintable } from '../account'

/** Words of a platform that are to be shown: in one line, cut to 200 characters; null where nothing can be seen. */
export function shownLine(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const line = [...value.normalize('NFC').replace(new RegExp(unprintable, 'gu'), ' ').replace(/\s+/gu, ' ').trim()].slice(0, 200).join('')
  return /[^\p{Z}\p{C}\p{M}]/u.test(line) ? line : null
}

/** What somebody is called, of the claims of a launch or a member of a list: their whole name, else its parts; else null. */
export function nameOfPerson(all: Record<string, unknown>): string | null {
  const whole = shownLine(all.name) ?? shownLine([all.given_name, all.family_name].filter((part) => typeof part === 'string').join(' '))
  return personName.safeParse(whole && [...whole].slice(0, limits.name).join('')).data ?? null
}
