import { readdirSync, readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { expect, describe, test } from 'vitest'
import { GET as readDescription } from '@/app/api/v1/openapi.json/route'
import { readReference } from '@/lib/domain/api-reference'
import { toSummaryJson } from '@/lib/domain/summary/to-summary-json'
import { signedOutViewer } from '@/lib/domain/viewer'
import { apiDocument } from '@/lib/server/openapi/document'
import { summaryJson } from '@/lib/server/openapi/summary-json'
import { readSummary } from '@/lib/server/summaries'
import { call } from '../support/api'
import { flaggedArticle, haveReadAll, reader } from '../support/flagged-article'

type Json = { [key: string]: unknown }
type Operation = { operationId: string; parameters?: { in: string; name: string }[]; requestBody?: Json; responses: Json; security: Json[] }
const document = JSON.parse(JSON.stringify(apiDocument())) as Json & { paths: Record<string, Record<string, Operation>>; components: { schemas: Json } }
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ at: `${method.toUpperCase()} ${path}`, path, method, operation })),
)

/** Every method of every door, by the routes' own files: those that only say that they are none are left out. */
const routes = readdirSync('app/api/v1', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('/route.ts') && !file.startsWith('[...rest]'))
const doors = routes.flatMap((file) => {
  const source = readFileSync(`app/api/v1/${file}`, 'utf8')
  const path = `/api/v1/${file.replace(/\/route\.ts$/, '').replaceAll('[', '{').replaceAll(']', '}')}`
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(
    (method) =>
      new RegExp(`export (async )?(function|const) ${method}\\b|\\b(?!refuseMethod)\\w+ as ${method}\\b`).test(source) &&
      !source.includes(`refuseMethod as ${method}`),
  )
  return methods.map((method) => `${method} ${path}`)
})

describe('the description', () => {
  test('is of every door there is, and of no other', () => {
    const described = operations.filter(({ method }) => method !== 'head' && method !== 'options')
    expect(described.map(({ at }) => at.replace(/\/$/, '')).sort()).toEqual(doors.sort())
    expect(doors.length).toBeGreaterThan(15)
  })

  test('is served to everybody, with a tag', async () => {
    const answer = await call((request) => readDescription(request))
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('access-control-allow-origin')]).toEqual([200, 'application/json', '*'])
    expect(await answer.json()).toEqual(document)
    const again = await call((request) => readDescription(request), { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
  })

  test('is OpenAPI 3.1: every reference leads somewhere, ids are told apart, every part of a path is a parameter', () => {
    expect(document.openapi).toBe('3.1.0')
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, name] of JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g))
      expect(document.components.schemas).toHaveProperty(String(name))
    for (const { at, path, operation } of operations) {
      const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const told = (operation.parameters ?? []).filter((each) => each.in === 'path').map(({ name }) => name)
      expect([at, told.sort()]).toEqual([at, parts.sort()])
      expect(Object.keys(operation.responses).some((status) => status.startsWith('2'))).toBe(true)
      expect([at, Object.keys(operation.responses)]).toEqual([at, expect.arrayContaining(path.endsWith('openapi.json') ? ['200'] : ['401', '429'])])
    }
  })

  test('has schemas that are schemas, and examples that obey them', () => {
    const ajv = new Ajv2020({ strict: false })
    addFormats.default(ajv)
    ajv.addSchema({ $id: 'api', ...document })
    for (const name of Object.keys(document.components.schemas)) ajv.compile({ $ref: `api#/components/schemas/${name}` })
    const bodies = operations.flatMap(({ operation }) => Object.values((operation.requestBody?.content ?? {}) as Record<string, { schema: Json; example?: unknown }>))
    const examples = bodies.filter(({ example }) => example !== undefined)
    expect(examples.length).toBeGreaterThan(1)
    for (const { schema, example } of examples) {
      const valid = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('#/components', 'api#/components')) as Json)
      expect([valid(example), valid.errors]).toEqual([true, null])
    }
  })

  test('says of everything that writes that it needs a token for that, and of nothing that reads', () => {
    for (const { at, method, operation } of operations) {
      const writes = !['get', 'head', 'options'].includes(method)
      const open = operation.security.some((way) => Object.keys(way).length === 0)
      expect([at, open]).toEqual([at, !writes])
      if (writes) expect(operation.security).toEqual([{ token: ['write'] }])
    }
  })

  test('can be printed, every operation of it', () => {
    const printed = readReference(document).flatMap((group) => group.operations)
    expect(printed.map(({ id }) => id).sort()).toEqual(operations.map(({ operation }) => operation.operationId).sort())
  })
})

describe('the summary', () => {
  test('is as described, with much in it and with nothing', async () => {
    const [ann, ben] = [await reader('Ann'), await reader('Ben')]
    const text = 'Somebody said so. Others did not, and called it a shameless giveaway.'
    const full = await flaggedArticle(ann, { title: 'Full', text }, [
      { by: ann, on: 'a shameless giveaway', labels: ['framing:loaded-language'] },
      { by: ben, on: 'a shameless giveaway', labels: ['framing:doubt', 'statement:opinion'] },
      { by: ben, on: 'Somebody', labels: ['sourcing:unnamed-bare'] },
    ])
    await haveReadAll(full.layerId, ann, ben)
    const empty = await flaggedArticle(ann, { title: 'Empty', text })
    const strict = summaryJson.strict()
    for (const { id, layerId } of [full, empty]) {
      const read = await readSummary(signedOutViewer, layerId)
      if (!read) throw new Error('No summary')
      const body: unknown = JSON.parse(JSON.stringify(toSummaryJson(read.summary, { layer: layerId, article: id, revision: 1 })))
      expect(strict.parse(body)).toEqual(body)
    }
  })
})

describe('a method that a door does not have', () => {
  test('is 405 with those that it has, also as OPTIONS tells them', async () => {
    const { GET, POST, PUT, OPTIONS } = await import('@/app/api/v1/articles/route')
    expect([typeof GET, typeof POST]).toEqual(['function', 'function'])
    const refused = await call((request) => PUT(request), { method: 'PUT' })
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS, POST'])
    expect(refused.headers.get('content-type')).toContain('application/problem+json')
    const told = await call((request) => OPTIONS(request), { method: 'OPTIONS' })
    expect([told.status, told.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS, POST'])
  })
})
