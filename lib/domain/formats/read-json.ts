import { accept, refuse, type Problem, type Result } from '../problem'
import { hasLoneSurrogate } from '../text/code-points'
import type { Json, JsonObject } from './foreign'
import { jsonFault } from './json-fault'

/** How much one annotation may be: levels of nesting, values in all, and UTF-16 units of its longest text. */
export const jsonLimits = { depth: 32, values: 5_000, text: 200_000 } as const

/** Parses a text as JSON; refuses broken JSON at `path` with the line and column where reading stopped. */
export function readJson(text: string, path = ''): Result<unknown> {
  const source = text.replace(/^\ufeff/, '')
  try {
    return accept(JSON.parse(source))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const before = source.slice(0, jsonFault(source))
    const line = before.split('\n').length
    return refuse('jsonInvalid', path, { line, column: before.length - before.lastIndexOf('\n') })
  }
}

/**
 * Whether a parsed value can be kept: not nested, numerous or long beyond `jsonLimits`, no text that cannot be stored
 * (U+0000, half a surrogate pair) and no number beyond what JSON can give back. Names the first place that breaks this,
 * under `path`. It needs no stack of its own, so that no depth breaks it.
 */
export function checkJson(value: unknown, path: string): Problem | null {
  // Places are only written down where one will be told.
  return isKeepable(value) ? null : firstProblem(value, path)
}

function isKeepable(value: unknown): boolean {
  let level = [value]
  let count = 1
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > jsonLimits.depth) return false
    const next: unknown[] = []
    for (const each of level) {
      if (typeof each === 'string' ? checkText(each, '') : typeof each === 'number' && !Number.isFinite(each)) return false
      if (typeof each !== 'object' || each === null) continue
      if (Array.isArray(each)) {
        if ((count += each.length) > jsonLimits.values) return false
        for (const item of each) next.push(item)
        continue
      }
      for (const key in each) {
        if ((count += 1) > jsonLimits.values || checkText(key, '')) return false
        next.push((each as JsonObject)[key])
      }
    }
    level = next
  }
  return true
}

function firstProblem(value: unknown, path: string): Problem | null {
  const open: { value: unknown; path: string; depth: number }[] = [{ value, path, depth: 1 }]
  let count = 0
  for (let next = open.pop(); next; next = open.pop()) {
    count += 1
    const problem = checkOne(next.value, next.path, next.depth, count)
    if (problem) return problem
    if (typeof next.value !== 'object' || next.value === null) continue
    const depth = next.depth + 1
    const inside = Object.entries(next.value)
    // A list of a million is refused before a million places are written down.
    if (count + open.length + inside.length > jsonLimits.values) return at('jsonTooMany', next.path, jsonLimits.values)
    for (const [key, each] of inside.toReversed()) {
      const place = under(next.path, key)
      const unstorable = checkText(key, place)
      if (unstorable) return unstorable
      open.push({ value: each, path: place, depth })
    }
  }
  return null
}

/** A path that goes one step further in. */
export const under = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}.${key}`)

/** Whether a value is a JSON object: neither a list nor null. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value without the list around it, where that list holds it alone: JSON-LD means the same by both. */
export const alone = (value: Json | undefined): Json | undefined =>
  Array.isArray(value) && value.length === 1 ? value[0] : value

/** A value as the list of values that JSON-LD means by it. */
export const listOf = (value: Json | undefined): Json[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

function checkOne(value: unknown, path: string, depth: number, count: number): Problem | null {
  if (depth > jsonLimits.depth) return at('jsonTooDeep', path, jsonLimits.depth)
  if (count > jsonLimits.values) return at('jsonTooMany', path, jsonLimits.values)
  if (typeof value === 'string') return checkText(value, path)
  if (typeof value === 'number' && !Number.isFinite(value)) return { code: 'invalid', path }
  return null
}

function checkText(text: string, path: string): Problem | null {
  if (text.length > jsonLimits.text) return at('tooLong', path.slice(0, 200), jsonLimits.text)
  // Nearly every text is told apart by the first, cheap question.
  return /[\0\ud800-\udfff]/.test(text) && (text.includes('\0') || hasLoneSurrogate(text)) ? { code: 'unstorable', path: path.replace(/\0|\p{Surrogate}/gu, '\ufffd') } : null
}

const at = (code: 'jsonTooDeep' | 'jsonTooMany' | 'tooLong', path: string, limit: number): Problem => ({ code, path, values: { limit } })
