import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Subject = { sub: string; name?: string; preferred_username?: string; email?: string; email_verified?: boolean }
type Grant = { subject: Subject; nonce: string | null; challenge: string | null; redirectUri: string }

const json = (response: ServerResponse, body: unknown, status = 200) =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

/**
 * A small OpenID provider: discovery, keys, the code flow with PKCE, signed id tokens and a userinfo endpoint. Whoever
 * comes is `subject`, without being asked; `lie` changes the next id token.
 */
export async function startOidcProvider(client = { id: 'gloss', secret: 'a client secret' }) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const grants = new Map<string, Grant>()
  const tokens = new Map<string, Subject>()
  const provider = { issuer: '', subject: { sub: 'somebody' } as Subject, lie: {} as Record<string, unknown>, told: {} as Partial<Subject>, stop: () => server.close(), client }

  const server = createServer((request, response) => void answer(request, response))
  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', provider.issuer)
    if (url.pathname === '/.well-known/openid-configuration') return json(response, metadata(provider.issuer))
    if (url.pathname === '/keys') return json(response, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] })
    if (url.pathname === '/authorize') return authorize(url, response)
    if (url.pathname === '/token') return token(request, response)
    const subject = tokens.get(request.headers.authorization?.replace(/^Bearer /i, '') ?? '')
    if (url.pathname === '/userinfo' && subject) return json(response, { ...subject, ...provider.told })
    json(response, { error: 'not_found' }, 404)
  }

  function authorize(url: URL, response: ServerResponse) {
    const asked = (name: string) => url.searchParams.get(name)
    if (asked('client_id') !== client.id || asked('response_type') !== 'code') return json(response, { error: 'invalid_request' }, 400)
    const code = randomUUID()
    const redirectUri = asked('redirect_uri') ?? ''
    grants.set(code, { subject: provider.subject, nonce: asked('nonce'), challenge: asked('code_challenge'), redirectUri })
    const back = new URL(redirectUri)
    back.searchParams.set('code', code)
    back.searchParams.set('state', asked('state') ?? '')
    response.writeHead(302, { location: back.href }).end()
  }

  async function token(request: IncomingMessage, response: ServerResponse) {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const form = new URLSearchParams(body)
    const basic = Buffer.from(request.headers.authorization?.replace(/^Basic /, '') ?? '', 'base64').toString().split(':')
    const known = basic.map((part) => decodeURIComponent(part.replace(/\+/g, ' '))).join(':') === `${client.id}:${client.secret}`
    const grant = grants.get(form.get('code') ?? '')
    grants.delete(form.get('code') ?? '')
    const challenge = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url')
    if (!known || !grant || grant.challenge !== challenge || grant.redirectUri !== form.get('redirect_uri')) {
      return json(response, { error: 'invalid_grant' }, 400)
    }
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: provider.issuer, aud: client.id, sub: grant.subject.sub, iat: now, exp: now + 300, nonce: grant.nonce, ...provider.lie }
    const access = randomUUID()
    tokens.set(access, grant.subject)
    json(response, { access_token: access, token_type: 'Bearer', expires_in: 300, id_token: signed(claims) })
  }

  function signed(claims: object): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const input = `${part({ alg: 'RS256', kid: 'one' })}.${part(claims)}`
    return `${input}.${createSign('RSA-SHA256').update(input).sign(privateKey, 'base64url')}`
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return provider
}

const metadata = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  userinfo_endpoint: `${issuer}/userinfo`,
  jwks_uri: `${issuer}/keys`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  code_challenge_methods_supported: ['S256'],
})
