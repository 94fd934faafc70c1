import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { claimsOf, newPlatformKey, signedToken, type PlatformKey, type Visit } from './platform-token'

export type { Forgery, Visit } from './platform-token'

type Handle = (request: IncomingMessage, response: ServerResponse, url: URL, body: string) => void | Promise<void>

/**
 * A small learning-management system: it begins logins, answers `/authorize` with a form that posts itself, signs launches
 * and publishes its keys, and can be told to do each of these wrongly. What else it serves, or serves instead, is mounted from
 * outside. Its first key is made unless `keys` are given: one that signs nothing needs none.
 */
export async function startPlatform({ site = 'http://localhost:3000', port = 0, keys }: { site?: string; port?: number; keys?: PlatformKey[] } = {}) {
  const visits = new Map<string, Visit>()
  const routes = new Map<string, Handle>()
  const server = createServer((request, response) => void answer(request, response).catch((error: unknown) => send(response, 500, String(error))))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const issuer = `http://${host}`

  const platform = {
    site, host, issuer,
    clientId: `client-${randomUUID()}`,
    deploymentId: 'deployment-1',
    authorizationUrl: `${issuer}/authorize`,
    keysUrl: `${issuer}/keys`,
    tokenUrl: `${issuer}/token`,
    /** Those that it publishes; it signs with the last. */
    keys: keys ?? (port === 0 ? [await newPlatformKey()] : await keysAt(port)),
    /** Answers to `/keys` with this status; other than 200 without keys. */
    keysStatus: 200,
    /** How often its keys were asked for. */
    keysAsked: 0,
    /** Every token it signed, the last one last. */
    tokens: [] as string[],
    /** What was posted to `/return`: answers to deep linking. */
    returned: [] as URLSearchParams[],
    visits,
    mount: (path: string, handle: Handle) => void routes.set(path, handle),
    /** Renews its key: the ones before are no longer published. */
    rotate: async () => void (platform.keys = [await newPlatformKey()]),
    /** Where a browser is sent to begin: our login, for one visit. */
    loginAddress: (visit: Visit, more: Record<string, string> = {}) => {
      const hint = randomUUID()
      visits.set(hint, visit)
      const target = visit.target ?? `${platform.site}/lti/launch`
      const about = { iss: issuer, login_hint: hint, target_link_uri: target, client_id: platform.clientId, lti_deployment_id: platform.deploymentId, lti_message_hint: 'a hint', ...more }
      return `${platform.site}/lti/login?${new URLSearchParams(about)}`
    },
    /** What `/authorize` at this address would have the browser post, and where. */
    authorize: async (address: string): Promise<{ action: string; form: URLSearchParams }> => {
      const page = await (await fetch(address)).text()
      const [, action] = /<form method="post" action="([^"]*)"/.exec(page) ?? []
      if (!action) throw new Error(`The platform refused: ${page}`)
      const fields = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
      return { action: unescaped(action), form: new URLSearchParams(fields.map(([, name = '', value = '']) => [name, unescaped(value)])) }
    },
    stop: () => (server.closeAllConnections(), server.close()),
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer)
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const route = [...routes].find(([path]) => url.pathname === path || url.pathname.startsWith(`${path}/`))
    if (route) return route[1](request, response, url, body)
    if (url.pathname === '/authorize') return authorize(url, response)
    if (url.pathname === '/keys') {
      platform.keysAsked += 1
      if (platform.keysStatus !== 200) return send(response, platform.keysStatus, 'not now')
      return send(response, 200, JSON.stringify({ keys: platform.keys.map(({ publicJwk }) => publicJwk) }), 'application/json')
    }
    if (url.pathname === '/return' && request.method === 'POST') platform.returned.push(new URLSearchParams(body))
    // A course with a link that opens a window, and the same link in a frame: `?login=` says where they lead.
    const login = escaped(url.searchParams.get('login') ?? '')
    if (url.pathname === '/course') return page(response, `<h1>Course</h1><a target="_blank" href="${login}">Open in a window</a> <a href="${login}">Open here</a>`)
    if (url.pathname === '/framed') return page(response, `<h1>Course</h1><iframe title="Tool" src="${login}" width="800" height="500"></iframe>`)
    page(response, `<h1>Back at the platform</h1><p>${escaped(url.pathname)}</p>`)
  }

  /** As strict as a real one: what it does not like it says, instead of a launch. */
  async function authorize(url: URL, response: ServerResponse): Promise<void> {
    const asked = Object.fromEntries(url.searchParams)
    const wanted = { scope: 'openid', response_type: 'id_token', response_mode: 'form_post', prompt: 'none', client_id: platform.clientId, redirect_uri: `${platform.site}/lti/launch` }
    const wrong = Object.entries(wanted).filter(([name, value]) => asked[name] !== value)
    const visit = visits.get(asked.login_hint ?? '')
    if (wrong.length > 0 || !visit || !asked.state || !asked.nonce) return send(response, 400, JSON.stringify({ wrong, visit: Boolean(visit), asked }))
    const { forge = {} } = visit
    if (forge.error) return page(response, formTo(wanted.redirect_uri, { state: asked.state, ...forge.error }))
    const token = forge.token ?? (await signedToken(platform.keys.at(-1)!, claimsOf(visit, { ...platform, nonce: asked.nonce }), forge))
    platform.tokens.push(token)
    page(response, formTo(wanted.redirect_uri, { id_token: token, state: forge.state ?? asked.state }))
  }

  return platform
}

export type Platform = Awaited<ReturnType<typeof startPlatform>>

/** A platform that is started again at the same place has the keys it had, as whoever keeps its key set expects. */
const keysAt = async (port: number) => {
  const keys = keptKeys.get(port) ?? [await newPlatformKey()]
  keptKeys.set(port, keys)
  return keys
}
const keptKeys = new Map<number, PlatformKey[]>()

const send = (response: ServerResponse, status: number, body: string, type = 'text/plain') => void response.writeHead(status, { 'content-type': type }).end(body)
const page = (response: ServerResponse, body: string) => send(response, 200, `<!doctype html><meta charset="utf-8"><title>Platform</title>${body}`, 'text/html')
const formTo = (action: string, fields: Record<string, string>) =>
  `<form method="post" action="${escaped(action)}">${Object.entries(fields).map(([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`).join('')}</form><script>document.forms[0].submit()</script>`
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
const unescaped = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
