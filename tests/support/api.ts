import { expect } from 'vitest'
import { POST as create } from '@/app/api/v1/articles/route'
import { articleJson, type ArticleJson } from '@/lib/domain/article-json'
import { systemViewer, type Role, type Scope } from '@/lib/domain/viewer'
import { makeToken } from '@/lib/server/tokens'
import { reader } from './flagged-article'

type Params = Record<string, string>
/** A method of a route, as the framework calls it. */
export type Route<P extends Params> = (request: Request, context: { params: Promise<P> }) => Promise<Response> | Response

/** How a program speaks to a route: who it is (a token, or nobody), what it sends. */
export type Call<P extends Params> = {
  params?: P
  path?: string
  token?: string
  method?: string
  headers?: Record<string, string>
  json?: unknown
  body?: string | Uint8Array<ArrayBuffer>
}

/** Calls a route as the framework would, with a request of its own. */
export async function call<P extends Params>(route: Route<P>, { params, path = '/api/v1/x', token, method, headers, json, body }: Call<P> = {}): Promise<Response> {
  const sent = json === undefined ? body : JSON.stringify(json)
  const request = new Request(`http://localhost:3000${path}`, {
    method: method ?? (sent === undefined ? 'GET' : 'POST'),
    headers: {
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(sent !== undefined && { body: sent }),
  })
  return route(request, { params: Promise.resolve(params ?? ({} as P)) })
}

/** Somebody new with a token of this scope. */
export async function holder(name: string, scope: Scope = 'write', role: Role = 'member') {
  const person = await reader(name, role)
  return { person, token: await tokenOf(person.id, scope) }
}

/** A token for an account. */
export async function tokenOf(userId: string, scope: Scope, days: number | null = null): Promise<string> {
  const made = await makeToken(systemViewer, userId, { name: `${scope} it`, scope, days })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.value.token
}

export const text = 'The harbour office spoke.\nCritics call it a shameless giveaway.'
export const posted = { title: 'Ferries', content: { format: 'text', body: text } }

/** An article that the holder of a token made. */
export async function articleBy(token: string, more: object = {}): Promise<ArticleJson> {
  const answer = await call(create, { token, json: { ...posted, ...more } })
  expect(answer.status).toBe(201)
  return articleJson.parse(await answer.json())
}

export type Refusal = { title: string; status: number; errors: { path: string; message: string }[] }

/** What a refusal says, which must be in the form that every one has. */
export async function refused(answer: Response): Promise<Refusal> {
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  const problem = (await answer.json()) as Refusal
  expect(problem.status).toBe(answer.status)
  expect(problem.title).not.toBe('')
  return problem
}
