import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { sealSession, sessionCookie } from '@/lib/server/session-token'
import { proxy } from '@/proxy'

const site = 'http://localhost:3000'
const kilobytes = (count: number) => new TextEncoder().encode('\u0301'.repeat(count * 512))

/** A body that does not say how long it is, and how much of it was asked for. */
function chunked(count: number) {
  const read = { chunks: 0 }
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (read.chunks === count) return controller.close()
      read.chunks += 1
      controller.enqueue(kilobytes(8))
    },
  })
  return { body, read }
}

function post(path: string, body: BodyInit, headers: Record<string, string> = {}) {
  return proxy(new NextRequest(`${site}${path}`, { method: 'POST', body, headers, ...(body instanceof ReadableStream && { duplex: 'half' as const }) }))
}

/** Forms of people signed out, and other pages to which their actions can be sent as well. */
const doors = ['/sign-in', '/sign-up', '/forgot-password', '/reset-password', '/verify-email', '/join', '/join/K7QM3XHP', '/library', '/lti/continue', '/lti/register', '/api/auth/callback/oidc', '/api/auth/signin/oidc']

test.each(doors)('%s takes 64 kB of somebody signed out and refuses more, in whatever way it is sent', async (path) => {
  const length = (bytes: Uint8Array) => ({ 'content-length': String(bytes.byteLength) })
  expect((await post(path, kilobytes(64), length(kilobytes(64)))).status).toBe(200)
  const refused = await post(path, kilobytes(400), length(kilobytes(400)))
  expect([refused.status, refused.headers.get('content-type')]).toEqual([413, 'application/problem+json; charset=utf-8'])
  const endless = chunked(1_000)
  expect((await post(path, endless.body)).status).toBe(413)
  expect(endless.read.chunks).toBeLessThan(12)
  expect((await post(path, chunked(8).body)).status).toBe(200)
})

test('a made-up cookie is no session, and a session sends articles, but no sign-in', async () => {
  const cookie = async (token: string) => ({ cookie: `${sessionCookie().name}=${token}`, 'content-length': '2000000' })
  const sealed = await sealSession('00000000-0000-4000-8000-000000000000')
  expect((await post('/articles/new', kilobytes(2_000), await cookie('made-up'))).status).toBe(413)
  expect((await post('/articles/new', kilobytes(2_000), await cookie(sealed))).status).toBe(200)
  expect((await post('/api/auth/callback/oidc', kilobytes(2_000), await cookie(sealed))).status).toBe(413)
})
