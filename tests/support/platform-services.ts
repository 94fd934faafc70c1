import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose'
import type { Platform } from './platform'

const ags = 'https://purl.imsglobal.org/spec/lti-ags/scope/'
const nrps = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly'
const toolClaim = 'https://purl.imsglobal.org/spec/lti-tool-configuration'

export type Member = { user_id: string; name?: string; given_name?: string; family_name?: string; email?: string; roles: string[]; status?: string }
export type SentScore = { lineItem: string; userId: string; timestamp: string; activityProgress: string; gradingProgress: string; scoreGiven?: number; scoreMaximum?: number; comment?: string }
type LineItem = { id: string; label: string; scoreMaximum: number; resourceId?: string; resourceLinkId?: string }
type Service = 'token' | 'lineItems' | 'scores' | 'members' | 'configuration' | 'registration'
/** Instead of the answer: another, none at all, or the line cut. */
type Misdeed = { status?: number; headers?: Record<string, string>; body?: string } | 'silent' | 'hangs-up'
type Asked = { service: Service; method: string; url: URL; headers: IncomingMessage['headers']; body: string }

/**
 * The services of a platform: tokens for who proves to be the tool, line items, scores, the list of a course's people, and
 * registration. Each does what LTI Advantage says, and can be told to do otherwise (`misdeeds`, which may answer null to let
 * the request through).
 * @param keys the tool's published keys, asked for each time
 */
export function mountServices(platform: Platform, keys: () => Promise<JSONWebKeySet>) {
  const tokens = new Map<string, string[]>()
  const used = new Set<string>()
  const services = {
    asked: [] as Asked[],
    misdeeds: {} as Partial<Record<Service, (request: Asked) => Misdeed | null>>,
    /** What it gives a token for; asked for more, it gives none. */
    scopes: [`${ags}lineitem`, `${ags}score`, nrps],
    lineItems: new Map<string, LineItem>(),
    /** Every score it took, the last one last. */
    scores: [] as SentScore[],
    /** By the course's id. */
    members: new Map<string, Member[]>(),
    pageSize: 100,
    configuration: {} as Record<string, unknown>,
    registrations: [] as { authorization: string | undefined; body: Record<string, unknown> }[],
    lineItemsUrl: (course: string) => `${platform.issuer}/courses/${course}/line-items`,
    membersUrl: (course: string) => `${platform.issuer}/courses/${course}/members`,
    configurationUrl: `${platform.issuer}/.well-known/openid-configuration`,
    /** Forgets all tokens: who shows one is told 401. */
    expireTokens: () => tokens.clear(),
    addLineItem: (course: string, about: Partial<LineItem> = {}): string => {
      const id = `${services.lineItemsUrl(course)}/${randomUUID()}?type=1`
      services.lineItems.set(new URL(id).pathname, { label: 'A column', scoreMaximum: 10, ...about, id })
      return id
    },
    /** The score that somebody has now at a line item. */
    scoreOf: (lineItem: string, userId: string) => services.scores.filter((each) => each.lineItem === new URL(lineItem).pathname && each.userId === userId).at(-1),
    count: (service: Service) => services.asked.filter((each) => each.service === service).length,
  }

  const mounted = (service: Service, handle: (request: Asked, response: ServerResponse) => void | Promise<void>) => async (request: IncomingMessage, response: ServerResponse, url: URL, body: string) => {
    const asked: Asked = { service, method: request.method ?? '', url, headers: request.headers, body }
    services.asked.push(asked)
    const misdeed = services.misdeeds[service]?.(asked) ?? null
    if (misdeed === 'silent') return
    if (misdeed === 'hangs-up') return void response.destroy()
    if (misdeed) return void response.writeHead(misdeed.status ?? 200, misdeed.headers).end(misdeed.body ?? '')
    await handle(asked, response)
  }
  const holds = ({ headers }: Asked, scope: string) => tokens.get((headers.authorization ?? '').replace(/^Bearer /, ''))?.includes(scope)
  const may = (asked: Asked, response: ServerResponse, scope: string): boolean => {
    const token = (asked.headers.authorization ?? '').replace(/^Bearer /, '')
    if (!tokens.has(token)) json(response, { error: 'no token' }, 401)
    else if (!holds(asked, scope)) json(response, { error: 'not for this' }, 403)
    return holds(asked, scope) === true
  }

  platform.mount('/token', mounted('token', async ({ body }, response) => {
    const form = new URLSearchParams(body)
    const wrong = async () => {
      if (form.get('grant_type') !== 'client_credentials') return 'unsupported_grant_type'
      if (form.get('client_assertion_type') !== 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer') return 'invalid_request'
      const { clientId, tokenUrl } = platform
      const proved = await jwtVerify(form.get('client_assertion') ?? '', createLocalJWKSet(await keys()), {
        issuer: clientId, subject: clientId, audience: tokenUrl, algorithms: ['RS256'], requiredClaims: ['iat', 'exp', 'jti'], maxTokenAge: '5 minutes',
      }).catch(() => null)
      const jti = String(proved?.payload.jti ?? '')
      if (!proved || used.has(jti)) return 'invalid_client'
      used.add(jti)
      return (form.get('scope') ?? '').split(' ').every((scope) => services.scopes.includes(scope)) ? null : 'invalid_scope'
    }
    const error = await wrong()
    if (error) return json(response, { error }, 400)
    const token = randomUUID()
    tokens.set(token, (form.get('scope') ?? '').split(' '))
    json(response, { access_token: token, token_type: 'Bearer', expires_in: 3600, scope: form.get('scope') })
  }))

  const takeScore = (asked: Asked, response: ServerResponse) => {
    if (!may(asked, response, `${ags}score`)) return
    const lineItem = asked.url.pathname.replace(/\/scores$/, '')
    if (!services.lineItems.has(lineItem)) return json(response, { error: 'no such line item' }, 404)
    if (asked.headers['content-type'] !== 'application/vnd.ims.lis.v1.score+json') return json(response, { error: 'media type' }, 415)
    const score = { lineItem, ...(JSON.parse(asked.body) as Omit<SentScore, 'lineItem'>) }
    const last = services.scores.filter((each) => each.lineItem === lineItem && each.userId === score.userId).at(-1)
    if (last && last.timestamp >= score.timestamp) return json(response, { error: 'older than the last' }, 409)
    if (score.scoreGiven !== undefined && !((score.scoreMaximum ?? 0) > 0)) return json(response, { error: 'no maximum' }, 400)
    services.scores.push(score)
    response.writeHead(204).end()
  }
  const scores = mounted('scores', takeScore)
  const lineItems = mounted('lineItems', (asked, response) => {
    if (!may(asked, response, asked.method === 'GET' && holds(asked, `${ags}lineitem.readonly`) ? `${ags}lineitem.readonly` : `${ags}lineitem`)) return
    const course = asked.url.pathname.split('/')[2] ?? ''
    if (asked.method === 'GET') {
      const wanted = asked.url.searchParams.get('resource_link_id')
      const all = [...services.lineItems.values()].filter(({ id, resourceLinkId }) => id.includes(`/courses/${course}/`) && (!wanted || resourceLinkId === wanted))
      const from = Number(asked.url.searchParams.get('from') ?? 0)
      const next = from + services.pageSize
      asked.url.searchParams.set('from', String(next))
      return json(response, all.slice(from, next), 200, next < all.length ? { link: `<${asked.url.href}>; rel="next"` } : {})
    }
    const id = services.addLineItem(course, JSON.parse(asked.body) as Partial<LineItem>)
    json(response, services.lineItems.get(new URL(id).pathname), 201)
  })
  const members = mounted('members', (asked, response) => {
    if (!may(asked, response, nrps)) return
    const all = services.members.get(asked.url.pathname.split('/')[2] ?? '') ?? []
    const from = Number(asked.url.searchParams.get('from') ?? 0)
    const next = from + services.pageSize
    const link: Record<string, string> = next < all.length ? { link: `<${asked.url.pathname}?from=0>; rel="first", <${platform.issuer}${asked.url.pathname}?from=${next}>; rel="next"` } : {}
    json(response, { id: asked.url.href, context: { id: 'course' }, members: all.slice(from, next) }, 200, link)
  })
  platform.mount('/courses', (request, response, url, body) => {
    const handle = url.pathname.endsWith('/scores') ? scores : url.pathname.includes('/line-items') ? lineItems : members
    return handle(request, response, url, body)
  })

  platform.mount('/.well-known/openid-configuration', mounted('configuration', (_, response) =>
    json(response, {
      issuer: platform.issuer, authorization_endpoint: platform.authorizationUrl, token_endpoint: platform.tokenUrl, jwks_uri: platform.keysUrl,
      registration_endpoint: `${platform.issuer}/register`, scopes_supported: ['openid', ...services.scopes],
      'https://purl.imsglobal.org/spec/lti-platform-configuration': { product_family_code: 'simulator', messages_supported: [{ type: 'LtiResourceLinkRequest' }, { type: 'LtiDeepLinkingRequest' }] },
      ...services.configuration,
    })))
  platform.mount('/register', mounted('registration', ({ headers, body }, response) => {
    const sent = JSON.parse(body) as Record<string, unknown>
    services.registrations.push({ authorization: headers.authorization, body: sent })
    platform.clientId = `registered-${randomUUID()}`
    json(response, { ...sent, client_id: platform.clientId, [toolClaim]: { ...(sent[toolClaim] as object), deployment_id: platform.deploymentId } }, 201)
  }))
  return services
}

export type PlatformServices = ReturnType<typeof mountServices>

const json = (response: ServerResponse, value: unknown, status = 200, headers: Record<string, string> = {}) =>
  void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value))
