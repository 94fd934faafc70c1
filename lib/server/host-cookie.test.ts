import { afterEach, expect, test, vi } from 'vitest'
import { proxy } from '@/proxy'
import { NextRequest } from 'next/server'
import { authOptions } from './auth-door'
import { browserCookie } from './known-browser'
import { sessionCookie } from './session-token'

afterEach(() => vi.unstubAllEnvs())

const named = async (site: string) => {
  vi.stubEnv('NEXTAUTH_URL', site)
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of this test and of nothing else')
  const language = (await proxy(new NextRequest(`${site}/library?lang=zh-Hant`))).headers.get('set-cookie') ?? ''
  const cookies = [sessionCookie(), browserCookie(), ...Object.values(authOptions().cookies ?? {})]
  return { language, cookies }
}

test('with TLS every cookie is of this very host, secure and out of reach of scripts', async () => {
  const { language, cookies } = await named('https://gloss.example')
  for (const { name, options } of cookies) {
    expect(name).toMatch(/^__Host-/)
    expect(options).toMatchObject({ secure: true, httpOnly: true, sameSite: 'lax', path: '/' })
    expect(options).not.toHaveProperty('domain')
  }
  expect(language).toMatch(/^__Host-locale=zh-Hant; Path=\/;.*Secure; HttpOnly; SameSite=lax/)
})

test('without TLS none is called so, since browsers would not take it', async () => {
  const { language, cookies } = await named('http://localhost:3000')
  expect([language.split('=')[0], ...cookies.map(({ name }) => name)].filter((name) => name?.startsWith('__'))).toEqual([])
})
