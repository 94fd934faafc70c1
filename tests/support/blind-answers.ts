import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from '@/lib/server/db'
import { sealSession, sessionCookie } from '@/lib/server/session-token'
import { openSession } from '@/lib/server/sessions'
import { call, type Route } from './api'
import type { BlindClass } from './blind-class'
import { blindRoutes, type BlindRow } from './blind-routes'
import { inRequest } from './per-request'
import { rendered, type Answered } from './rendered'
import { freshBrowser, jar } from './request'

/** Every page and every door for machines that there is, as files under `app`. */
export const routeFiles = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))

/** One address, asked by somebody: the row it is of, and what came back. */
export type Asked = Answered & { file: string; at: string; row: BlindRow }

const sessions = new Map<string, string>()
/** Signs the stand-in browser in as somebody; the same session whenever they come again. */
export async function become(viewer: Viewer) {
  freshBrowser()
  if (viewer.kind !== 'user') return
  const sealed = sessions.get(viewer.id) ?? (await sealSession(await openSession(viewer.id, null)))
  sessions.set(viewer.id, sealed)
  jar.set(sessionCookie().name, sealed)
}

/** Asks every address of the rows that are `wanted` as somebody, by every method that reads. */
export async function askEverything(viewer: Viewer, of: BlindClass, wanted: (row: BlindRow) => boolean = () => true): Promise<Asked[]> {
  await become(viewer)
  await db.rateLimit.deleteMany()
  const asked: Asked[] = []
  for (const file of routeFiles) {
    const row = blindRoutes[file]
    if (!row || !wanted(row)) continue
    const route = (await import(path.resolve('app', file))) as Record<string, unknown>
    for (const params of row.params?.(of) ?? [{}]) {
      for (const query of row.query?.(of) ?? [{}]) {
        const about = { file, row, at: `${file} ${JSON.stringify({ params, query })}` }
        if (file.endsWith('page.tsx')) asked.push({ ...about, ...(await inRequest(() => pageAt(file, route, params, query))) })
        else for (const method of ['GET', 'HEAD', 'OPTIONS']) if (route[method]) asked.push({ ...about, at: `${method} ${about.at}`, ...(await doorAt(route[method] as Door, method, params, query)) })
      }
    }
  }
  return asked
}

type Door = Route<Record<string, string>>
type Page = (props: { params: Promise<Record<string, string>>; searchParams: Promise<Record<string, string>> }) => unknown

/** What each page looked for after the question mark, so that no filter of a page is forgotten: `blindRoutes` must ask by it. */
export const sought = new Map<string, Set<string>>()

function watched(file: string, query: Record<string, string>): Record<string, string> {
  const names = sought.get(file) ?? new Set<string>()
  sought.set(file, names)
  return new Proxy(query, {
    get: (of, name) => {
      if (typeof name === 'string' && !(name in Object.prototype) && name !== 'then') names.add(name)
      return Reflect.get(of, name) as unknown
    },
  })
}

async function pageAt(file: string, { default: page, generateMetadata: head }: Record<string, unknown>, params: Record<string, string>, query: Record<string, string>): Promise<Answered> {
  const props = () => ({ params: Promise.resolve(params), searchParams: Promise.resolve(watched(file, query)) })
  const body = await rendered(() => (page as Page)(props()))
  const title = head ? await rendered(() => (head as Page)(props())) : { words: '' }
  return { status: body.status, words: body.words + title.words }
}

async function doorAt(door: Door, method: string, params: Record<string, string>, query: Record<string, string>): Promise<Answered> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await call(door, { params, path: `/x?${new URLSearchParams(query)}`, method, headers: cookie ? { cookie } : {} })
  const stream = answer.headers.get('content-type')?.startsWith('text/event-stream')
  if (stream) await answer.body?.cancel()
  const told = [...answer.headers].filter(([name]) => !name.startsWith('ratelimit')).join('\n')
  return { status: answer.status, words: `${told}\n${stream ? '' : await answer.text()}` }
}
