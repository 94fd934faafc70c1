import { afterAll, describe, expect, test } from 'vitest'
import { callService, serviceAddress, serviceLimits } from '@/lib/server/fetch/call-service'
import { startMisbehavingServer } from '../support/misbehaving-server'

const server = await startMisbehavingServer()
process.env.LTI_ALLOW_HOSTS = server.host
afterAll(() => server.stop())

const codeOf = (answer: { ok: boolean; problems?: { code: string }[] }) => (answer.ok ? 'answered' : answer.problems?.[0]?.code)
const limits = { ...serviceLimits, silence: 700, total: 1_500, connect: 700, bytes: 100_000 }

test('what is asked goes out as it is, and the answer comes back with its status', async () => {
  server.serve('/service', '{"a": [1]}', 'application/json')
  const answer = await callService(server.at('/service'), { method: 'POST', headers: { authorization: 'Bearer x', 'content-type': 'text/plain' }, body: 'Wörter' })
  expect(answer.ok && [answer.value.status, answer.value.json, answer.value.header('content-type'), answer.value.header('link')]).toEqual([200, { a: [1] }, 'application/json', ''])
  const { method, headers } = server.asked.at(-1)!
  expect([method, headers.authorization, headers['content-type'], headers['content-length'], headers.cookie, headers.referer]).toEqual(['POST', 'Bearer x', 'text/plain', '7', undefined, undefined])
})

test.each([
  ['/once', 302], ['/inward', 302], ['/to-metadata', 302], ['/missing', 404], ['/broken', 500], ['/story', 200],
])('%s is an answer: %i, and no redirect is followed', async (path, status) => {
  const before = server.asked.length
  const answer = await callService(server.at(path), { headers: {} }, { limits })
  expect(answer.ok && [answer.value.status, answer.value.json]).toEqual([status, undefined])
  expect(server.asked.length - before).toBe(1)
})

test.each([
  ['/silent', 'fetchTooSlow'], ['/slow', 'fetchTooSlow'], ['/endless', 'fetchTooLarge'], ['/says-huge', 'fetchTooLarge'], ['/bomb', 'fetchTooLarge'],
  ['/hangs-up', 'fetchFailed'], ['/no-http', 'fetchFailed'], ['/broken-packing', 'fetchFailed'], ['/says-more', 'fetchFailed'],
])('%s is refused: %s', async (path, code) => {
  expect(codeOf(await callService(server.at(path), { headers: {} }, { limits }))).toBe(code)
})

describe('where nothing may be asked', () => {
  test.each([
    ['http://lms.example/', 'addressInsecure'], ['http://lms.example:8080/', 'addressInsecure'], ['https://127.0.0.1/', 'addressPrivate'], ['https://[::ffff:10.0.0.1]/', 'addressPrivate'], ['https://0x7f000001/', 'addressPrivate'],
    ['https://localhost/', 'addressPrivate'], ['https://lms.internal/', 'addressPrivate'], ['https://lms.example:25/', 'addressPort'], ['https://a:b@lms.example/', 'addressCredentials'], ['gopher://lms.example/', 'addressScheme'], ['', 'addressScheme'],
  ])('%s: %s', async (address, code) => {
    const never = () => Promise.reject(new Error('asked'))
    expect(codeOf(await callService(address, { headers: {} }, { allowed: [], resolve: never }))).toBe(code)
    expect(codeOf(serviceAddress(address, []))).toBe(code)
  })
  test('a name that leads inward, by one of its addresses', async () => {
    const resolve = async () => [{ address: '93.184.215.14', family: 4 }, { address: '10.0.0.7', family: 4 }]
    expect(codeOf(await callService('https://lms.example/', { headers: {} }, { allowed: [], resolve }))).toBe('addressPrivate')
  })
  test('a host that articles may be fetched from is none that platforms may be at', async () => {
    process.env.IMPORT_ALLOW_HOSTS = server.host
    process.env.LTI_ALLOW_HOSTS = ''
    expect(codeOf(await callService(server.at('/story'), { headers: {} }))).toBe('addressPrivate')
    process.env.LTI_ALLOW_HOSTS = server.host
  })
})

test('who gives up is heard', async () => {
  const stop = new AbortController()
  setTimeout(() => stop.abort(new Error('enough')), 100)
  await expect(callService(server.at('/slow'), { headers: {} }, { signal: stop.signal })).rejects.toThrow('enough')
})
