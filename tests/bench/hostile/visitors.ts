import { randomUUID } from 'node:crypto'
import { systemViewer } from '@/lib/domain/viewer'
import { makeToken } from '@/lib/server/tokens'
import { createAccount } from '@/lib/server/users'

export type Member = { id: string; headers: { authorization: string; 'content-type': string } }

/** Somebody with an account and a token that may write. */
export async function member(name: string): Promise<Member> {
  const made = await createAccount(systemViewer, { name, email: `${randomUUID()}@example.org`, password: `quiet-${randomUUID()}`, role: 'member' })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  const token = await makeToken(systemViewer, made.value.id, { name: 'Bench', scope: 'write', days: null })
  if (!token.ok) throw new Error(JSON.stringify(token.problems))
  return { id: made.value.id, headers: { authorization: `Bearer ${token.value.token}`, 'content-type': 'application/json' } }
}

/** Fills in and sends the form of a page as a browser without scripts does. @returns the status of the answer */
export async function sendForm(page: string, fields: Record<string, string>): Promise<number> {
  const html = await (await fetch(page)).text()
  const form = new FormData()
  for (const [, attributes = ''] of html.matchAll(/<input type="hidden"([^>]*)>/g)) {
    const of = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&') ?? ''
    if (of('name')) form.set(of('name'), of('value'))
  }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const answer = await fetch(page, { method: 'POST', body: form, redirect: 'manual', headers: { origin: new URL(page).origin } })
  await answer.arrayBuffer()
  return answer.status
}

/** An article of this text through the site's own door. */
export async function postArticle(site: string, { headers }: Member, body: string, format = 'text', title = 'Hostile') {
  const answer = await fetch(`${site}/api/v1/articles`, { method: 'POST', headers, body: JSON.stringify({ title, content: { format, body }, visibility: 'public' }) })
  const made = (await answer.json()) as { id?: string; slug?: string; layers?: { id: string }[]; revision?: { sha256?: string } }
  return { status: answer.status, ...made }
}
