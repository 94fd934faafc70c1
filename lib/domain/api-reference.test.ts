import { expect, test } from 'vitest'
import { readReference } from './api-reference'

const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const document = {
  openapi: '3.1.0',
  tags: [{ name: 'Things', description: 'What there is.' }, { name: 'Empty', description: 'Nothing.' }],
  paths: {
    '/things/{id}': {
      put: {
        operationId: 'putThing',
        tags: ['Things'],
        summary: 'Put',
        security: [{ token: ['write'] }],
        parameters: [{ in: 'path', name: 'id', required: true, schema: { type: 'string', format: 'uuid' } }],
        requestBody: json({ $ref: '#/components/schemas/Thing' }),
        responses: { '200': { description: 'Put.', ...json({ $ref: '#/components/schemas/Thing' }) }, '404': { description: 'Not there.' } },
      },
      get: { operationId: 'getThing', tags: ['Things'], summary: 'Get', security: [{}, { token: ['read'] }], responses: { '204': { description: 'Nothing.' } } },
    },
  },
  components: {
    schemas: {
      Thing: {
        type: 'object',
        required: ['name', 'parts'],
        properties: {
          name: { type: 'string', minLength: 1, maxLength: 9, description: 'Its name.' },
          kind: { type: 'string', enum: ['a', 'b'], default: 'a' },
          parts: { type: 'array', items: { $ref: '#/components/schemas/Part' } },
          votes: { type: 'object', additionalProperties: { type: 'integer', minimum: 0 } },
          when: { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] },
        },
      },
      Part: { type: 'object', properties: { size: { type: 'integer', minimum: 1, maximum: 5 } } },
    },
  },
}

test('an OpenAPI document becomes groups of operations with flat fields', () => {
  const [things, empty] = readReference(document)
  expect(empty?.operations).toEqual([])
  const [put, get] = things?.operations ?? []
  expect(put).toMatchObject({ id: 'putThing', method: 'PUT', path: '/things/{id}', scope: 'write' })
  expect(get).toMatchObject({ method: 'GET', scope: null, body: null, answer: [], parameters: [] })
  expect(put?.parameters).toEqual([{ in: 'path', name: 'id', required: true, description: '', type: 'uuid' }])
  expect(put?.body?.fields).toEqual([
    { name: 'name', type: 'string, at most 9 characters', required: true, description: 'Its name.' },
    { name: 'kind', type: '"a" | "b", default "a"', required: false, description: '' },
    { name: 'parts', type: 'array of object', required: true, description: '' },
    { name: 'parts[].size', type: 'integer, 1 to 5', required: false, description: '' },
    { name: 'votes', type: 'object, each value integer', required: false, description: '' },
    { name: 'when', type: 'date | null', required: false, description: '' },
  ])
  expect(put?.answer).toEqual(put?.body?.fields)
  expect(put?.answers).toEqual([
    { status: '200', description: 'Put.', types: ['application/json'] },
    { status: '404', description: 'Not there.', types: [] },
  ])
})
