import { accept, type Problem, type Result } from './problem'

/**
 * The fields of a form after a change that began on `before`, where they are `now` by now: a field that the change left
 * alone stays as somebody else may have put it; one that both changed to different things is refused with `detailChanged`
 * at its name, with what it is now as `shown` tells it, so that nothing is overwritten unseen. A field missing in `before` is
 * taken as it is: its writer has been told, or never saw what was there.
 * `mergeFields({ name: 'B', zone: 'UTC' }, { name: 'A', zone: 'UTC' }, { name: 'A', zone: 'Asia/Taipei' })` is
 * `{ name: 'B', zone: 'Asia/Taipei' }`.
 */
export function mergeFields<T extends object>(now: T, before: Partial<T>, mine: T, shown: (name: keyof T) => string = (name) => String(now[name] ?? '')): Result<T> {
  const problems: Problem[] = []
  const merged = { ...mine }
  for (const name of Object.keys(mine) as (keyof T & string)[]) {
    if (!(name in before)) continue
    const [theirs, first, own] = [comparable(now[name]), comparable(before[name]), comparable(mine[name])]
    if (own === first) merged[name] = now[name]
    else if (theirs !== first && theirs !== own) problems.push({ code: 'detailChanged', path: name, values: { now: shown(name) || '–' } })
  }
  return problems.length > 0 ? { ok: false, problems } : accept(merged)
}

/**
 * Equal for equal values, whatever order their keys are in, since a database gives JSON back in an order of its own, and
 * however lines end, since browsers send them in their way.
 */
const comparable = (value: unknown): string =>
  JSON.stringify(value ?? null, (_, part: unknown) => {
    if (typeof part === 'string') return part.replace(/\r\n?/g, '\n')
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
