import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { json } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from 'vitest'
import { clientAddress } from '@/lib/server/client-address'

const door = new URL('../../scripts/steps/client-door.mjs', import.meta.url).href
/** A server that answers with what a request's `X-Forwarded-For` became. */
const echo = `
  const server = require('node:http').createServer((request, response) => response.end(request.headers['x-forwarded-for']))
  server.on('checkContinue', (request, response) => server.emit('request', request, response))
  server.listen(0, '127.0.0.1', () => console.log(server.address().port))`

let server: ChildProcess | undefined
afterEach(() => void server?.kill())

async function open(proxies: string): Promise<(headers: Record<string, string>) => Promise<string>> {
  const port = await openPort(proxies)
  return async (headers) => (await fetch(`http://127.0.0.1:${port}/`, { headers })).text()
}

async function openPort(proxies: string): Promise<number> {
  server = spawn(process.execPath, [`--import=${door}`, '-e', echo], { env: { ...process.env, NODE_OPTIONS: '', TRUST_PROXY: proxies }, stdio: ['ignore', 'pipe', 'inherit'] })
  const [port] = (await once(server.stdout!, 'data')) as [Buffer]
  return Number(String(port))
}

describe('at the server’s door', () => {
  test('without a trusted proxy the address is the socket’s, whatever the header says', async () => {
    const ask = await open('')
    for (const said of ['203.0.113.9', '203.0.113.9, 127.0.0.1, ', 'nonsense']) expect(await ask({ 'x-forwarded-for': said })).toBe('127.0.0.1')
    expect(clientAddress(await ask({}), 0)).toBe('127.0.0.1')
  })

  test('behind one it is what the proxy heard from, and what a client invents stands further to the left', async () => {
    const ask = await open('1')
    expect(await ask({ 'x-forwarded-for': '198.51.100.7' })).toBe('198.51.100.7, 127.0.0.1')
    expect(clientAddress(await ask({ 'x-forwarded-for': '6.6.6.6, 198.51.100.7' }), 1)).toBe('198.51.100.7')
    expect(clientAddress(await ask({}), 1)).toBe('127.0.0.1')
    expect(clientAddress(await ask({ 'x-forwarded-for': 'nonsense' }), 1)).toBe('127.0.0.1')
  })

  test.each([
    ['GET', '/articles/%E0%A4%A', 400],
    ['GET', '/%', 400],
    ['POST', '/api/v1/articles/%zz', 400],
    ['GET', '/join/%ff', 400],
    ['TRACE', '/', 405],
    ['GET', '/library?q=%', 200],
    ['GET', '/articles/%E8%B2%93', 200],
  ])('%s %s is answered with %i, and a sentence where it is refused', async (method, path, status) => {
    const port = await openPort('')
    const [answer] = (await once(request({ host: '127.0.0.1', port, method, path }).end(), 'response')) as [IncomingMessage]
    expect(answer.statusCode).toBe(status)
    if (status === 200) return
    expect(await json(answer)).toMatchObject({ status, title: expect.stringMatching(/^This .*\.$/) })
    expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json; charset=utf-8', 'x-content-type-options': 'nosniff' })
  })
})
