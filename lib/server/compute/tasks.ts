import 'server-only'
import { importLimits } from '@/lib/domain/formats/import-request'
import { refuse, type Result } from '@/lib/domain/problem'
import type { functions } from './functions'

type Functions = typeof functions
type Run<Name extends TaskName> = Awaited<ReturnType<Functions[Name]>>
type Computed<T> = Awaited<T> extends Result<infer Value> ? Value : never

export type TaskName = keyof Functions
export type Input<Name extends TaskName> = Parameters<Run<Name>>[0]
export type Output<Name extends TaskName> = Computed<ReturnType<Run<Name>>>

type Refusal = (path: string, milliseconds: number) => Extract<Result<never>, { ok: false }>
export type Task<T> = {
  /** How long one may take, in milliseconds, from when its function is loaded. */
  milliseconds: number
  /** An input that honestly takes no more than some tens of milliseconds, and may use the lane for such. */
  small?: (input: T) => boolean
  /** What is said of one that took longer, and of one whose process ran out of memory or crashed. */
  slow: Refusal
  ended: Refusal
}

const seconds = (milliseconds: number) => ({ limit: Math.max(1, Math.round(milliseconds / 1000)) })
const source = {
  slow: (path: string, milliseconds: number) => refuse('bodyTooSlow', path, seconds(milliseconds)),
  ended: (path: string) => refuse('bodyTooManyParts', path, { limit: 100_000 }),
}

/** What is counted in steps ends by itself; these are for a machine that has much else to do. */
const bounded = { slow: (path: string, milliseconds: number) => refuse('bodyTooSlow', path, seconds(milliseconds)), ended: (path: string) => refuse('bodyTooSlow', path, { limit: 10 }) }
const smallTexts = ({ before, after }: { before: string; after: string }) => before.length + after.length <= 100_000

/** What is computed apart from the process that answers requests, and at what price. */
export const tasks: { [Name in TaskName]: Task<Input<Name>> } = {
  'read-file': { milliseconds: 20_000, ...source },
  'read-source': { milliseconds: 20_000, small: ({ content }) => content.body.length <= 20_000, ...source },
  'check-document': { milliseconds: 10_000, ...source },
  'read-notes': { milliseconds: 60_000, small: (sources) => sources.length <= 10, ...source },
  summarise: { milliseconds: 10_000, small: ({ source, count }) => source.text.length <= 50_000 && count <= 500, ...bounded },
  'digest-work': { milliseconds: 20_000, small: ({ text, work }) => text.length <= 50_000 && work.count <= 500, ...bounded },
  'class-results': { milliseconds: 20_000, small: ({ text, work }) => text.length <= 50_000 && work.count <= 500, ...bounded },
  'propose-grades': { milliseconds: 20_000, small: ({ work }) => work.count <= 500, ...bounded },
  'compare-texts': { milliseconds: 10_000, small: smallTexts, ...bounded },
  'find-passages': { milliseconds: 20_000, small: ({ text, passages }) => text.length <= 50_000 && passages.length <= 5, ...bounded },
  'carry-anchors': { milliseconds: 10_000, small: smallTexts, ...bounded },
  'parse-annotations': {
    milliseconds: 20_000,
    small: ({ text }) => text.length <= 50_000,
    slow: (path, milliseconds) => refuse('fileTooSlow', path, seconds(milliseconds)),
    ended: (path) => refuse('fileTooLarge', path, { limit: importLimits.bytes }),
  },
}
