import { z } from 'zod'
import { emailAddress, personName } from '../account'
import { sectionName } from './class'
import { csvRecords, live } from '../formats/csv-text'
import { accept, problemsOf, refuse, type Problem, type Result } from '../problem'

/** Somebody on a teacher's list. Without an address they get a sign-in code on paper. `line` counts from 1. */
export type RosterEntry = { line: number; name: string; email: string | null; section: string | null }

const rosterLimits = { entries: 1_000 } as const

/** What teachers' programs call the columns; the first line of a list without such words is somebody. */
const headings = {
  name: ['name', 'student', 'student name', 'full name', 'display name', '姓名', '學生', '学生', '學生姓名', '学生姓名', '名字'],
  email: ['email', 'e-mail', 'mail', 'email address', 'e-mail address', '電子郵件', '电子邮件', '信箱', '邮箱', '電郵'],
  section: ['section', 'group', 'class', '組', '组', '組別', '组别', '班', '班級', '班级', '班別', '班别', '分班'],
} as const

const entry = z.object({
  name: personName,
  email: emailAddress.nullable(),
  section: sectionName.nullable(),
})

/**
 * A class list: CSV with a line of headings in any order, or just names, one a line. All or nothing: every bad line is
 * named as `line N.<column>`, and so is a person who is there twice (the same address, or the same name without one).
 */
export function parseRoster(text: string): Result<RosterEntry[]> {
  const records = [...csvRecords(text)].map(({ line, cells, open }) => ({ line, open, cells: cells.map((cell) => live(cell).trim()) }))
  const filled = records.filter(({ cells }) => cells.some((cell) => cell !== ''))
  const columns = columnsOf(filled[0]?.cells ?? [])
  const people = columns ? filled.slice(1) : filled
  if (people.length === 0) return refuse('required')
  if (people.length > rosterLimits.entries) return refuse('tooMany', '', { limit: rosterLimits.entries })

  const { name, email, section } = columns ?? { name: 0, email: 1, section: 2 }
  const entries: RosterEntry[] = []
  const problems: Problem[] = []
  for (const { line, cells, open } of people) {
    const cell = (at: number) => (at < 0 ? null : cells[at] || null)
    const read = entry.safeParse({ name: cell(name) ?? '', email: cell(email), section: cell(section) })
    if (open) problems.push({ code: 'quoteOpen', path: `line ${line}` })
    else if (!read.success) problems.push(...firstOfEach(problemsOf(read.error)).map((each) => ({ ...each, path: `line ${line}.${each.path}` })))
    else entries.push({ line, ...read.data })
  }
  const all = [...problems, ...repeated(entries)]
  return all.length > 0 ? { ok: false, problems: all } : accept(entries)
}

function columnsOf(cells: readonly string[]): Record<keyof typeof headings, number> | null {
  const words = cells.map((cell) => cell.toLowerCase())
  const place = (of: keyof typeof headings) => words.findIndex((word) => (headings[of] as readonly string[]).includes(word))
  return place('name') < 0 ? null : { name: place('name'), email: place('email'), section: place('section') }
}

/** An empty name is missing and cannot be seen: one sentence is enough. */
const firstOfEach = (problems: readonly Problem[]) =>
  problems.filter(({ path }, i) => problems.findIndex((other) => other.path === path) === i)

function repeated(entries: readonly RosterEntry[]): Problem[] {
  const seen = new Map<string, number>()
  return entries.flatMap(({ line, name, email }) => {
    const key = email ?? `name ${name}`
    const first = seen.get(key)
    seen.set(key, first ?? line)
    return first === undefined ? [] : [{ code: 'rosterTwice' as const, path: `line ${line}`, values: { first, name } }]
  })
}
