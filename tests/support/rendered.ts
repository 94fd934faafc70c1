import type { ReactElement } from 'react'

/** What a page answered: everything that would be sent to the browser, markup and what its scripts are given, as text. */
export type Answered = { status: number; words: string }

/** Makes a page as the framework would: "not found" is 404, being sent elsewhere 307 with the place. */
export async function rendered(page: () => unknown): Promise<Answered> {
  try {
    return { status: 200, words: await written(page()) }
  } catch (error) {
    const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
    if (digest.startsWith('NEXT_REDIRECT')) return { status: 307, words: digest }
    if (digest.endsWith(';404')) return { status: 404, words: '' }
    throw error
  }
}

const element = Symbol.for('react.transitional.element')
const reference = Symbol.for('react.client.reference')

async function written(value: unknown): Promise<string> {
  if (value === null || value === undefined || typeof value === 'boolean' || typeof value === 'symbol' || typeof value === 'function') return ''
  if (typeof value !== 'object') return `${String(value)} `
  if (value instanceof Promise) return written(await value)
  if (value instanceof Date) return `${value.toISOString()} `
  if (value instanceof Map || value instanceof Set) return written([...value])
  if (Array.isArray(value)) return all(value)
  return '$$typeof' in value && value.$$typeof === element ? made(value as unknown as ReactElement) : all(Object.entries(value).flat())
}

async function all(values: readonly unknown[]): Promise<string> {
  let words = ''
  for (const value of values) words += await written(value)
  return words
}

async function made({ type, props }: ReactElement): Promise<string> {
  if (typeof type === 'function' && !('$$typeof' in type && type.$$typeof === reference)) {
    return written((type as (props: unknown) => unknown)(props))
  }
  return `<${typeof type === 'string' ? type : ''} ${await written(props)}>`
}
