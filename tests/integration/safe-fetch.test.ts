import { existsSync, readFileSync } from 'node:fs'
import type { LookupAddress } from 'node:dns'
import { describe, expect, test } from 'vitest'
import { isAllowedHost, parseAllowedHosts } from '@/lib/server/fetch/allowed-hosts'
import { fetchPage } from '@/lib/server/fetch/fetch-page'
import { resolveHost } from '@/lib/server/fetch/resolve-host'
import { isPublicAddress, safeAddress } from '@/lib/server/fetch/safe-address'

const list = '../shared/data/hostile/ssrf-classified.json'
const classes: Record<string, string[]> = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')).patt : {}
if (!existsSync(list)) console.log(`The list of hostile addresses is not here (${list}): those tests are left out.`)

const to = (...addresses: string[]) => async (): Promise<LookupAddress[]> =>
  addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
const never = async (): Promise<LookupAddress[]> => {
  throw new Error('resolved')
}
const signal = new AbortController().signal
const codeOf = (answer: Awaited<ReturnType<typeof fetchPage>>) => (answer.ok ? 'fetched' : answer.problems[0]?.code)

describe('addresses that are known to attack', () => {
  for (const name of ['private-ip-literal', 'local-name', 'unparsable', 'scheme']) {
    test.each(classes[name] ?? [])(`${name}: %s is refused before its name is resolved`, async (address) => {
      const answer = await fetchPage(address, { signal, allowed: [], resolve: never })
      expect(codeOf(answer)).toMatch(/^(addressPrivate|addressScheme|addressCredentials)$/)
    })
  }
  test.each(classes['needs-dns'] ?? [])('%s is refused when its name leads into a private network', async (address) => {
    for (const resolve of [to('127.0.0.1'), to('93.184.216.34', '10.0.0.1'), to('::ffff:169.254.169.254'), to('fd00:ec2::254')]) {
      const answer = await fetchPage(address, { signal, allowed: [], resolve })
      expect(codeOf(answer)).toBe('addressPrivate')
    }
  })
})

describe('an address', () => {
  test.each([
    ['http://user:word@news.example/', 'addressCredentials'],
    ['http://user@news.example/', 'addressCredentials'],
    ['ftp://news.example/', 'addressScheme'],
    ['news.example/a', 'addressScheme'],
    ['http://news.example:22/', 'addressPort'],
    ['http://news.example:25/', 'addressPort'],
    ['http://LOCALHOST./', 'addressPrivate'],
    ['http://printer.local/', 'addressPrivate'],
    ['http://a.b.localhost/', 'addressPrivate'],
    ['http://127.0.0.1./', 'addressPrivate'],
    ['http://[::ffff:8.8.8.8]/', 'addressPrivate'],
    ['http://１２７.0.0.1/', 'addressPrivate'],
  ])('%s is refused as %s', (address, code) => {
    const answer = safeAddress(address, [])
    expect(answer.ok ? answer.value.href : answer.problems[0]?.code).toBe(code)
  })

  test.each(['https://news.example/a?b#c', 'http://news.example:8080/', 'http://1.1.1.1/', 'http://[2606:4700::1111]/', ' https://例え.jp/ '])('%s may be asked for', (address) => {
    expect(safeAddress(address, []).ok).toBe(true)
  })

  test('is asked for without its fragment', () => {
    const answer = safeAddress('https://news.example/a#b', [])
    expect(answer.ok && answer.value.href).toBe('https://news.example/a')
  })
})

test.each([
  '0.0.0.0', '0.1.2.3', '10.1.1.1', '100.64.0.1', '127.9.9.9', '169.254.1.1', '172.16.0.1', '172.31.255.255', '192.0.0.192', '192.0.2.1',
  '192.88.99.1', '192.168.9.9', '198.18.0.1', '198.51.100.1', '203.0.113.1', '224.0.0.1', '240.0.0.1', '255.255.255.255', '168.63.129.16',
  '::', '::1', '::7f00:1', '::ffff:1.1.1.1', '64:ff9b::a00:1', '64:ff9b:1::1', '100::1', '2001::1', '2001:db8::1', '2002:7f00:1::',
  '3fff::1', '4000::1', '5f00::1', 'fc00::1', 'fd12::1', 'fe80::1', 'fec0::1', 'ff02::1', 'no address',
])('%s is not of the open internet', (address) => expect(isPublicAddress(address)).toBe(false))

test.each(['1.1.1.1', '172.32.0.1', '100.128.0.1', '192.0.3.1', '2606:4700::1111', '2a00:1450::1'])('%s is of the open internet', (address) =>
  expect(isPublicAddress(address)).toBe(true))

describe('what the operator allows', () => {
  const allowed = parseAllowedHosts(' Localhost:4000 , [::1]:80,, 10.0.0.5:443 ')
  test.each([
    ['http://localhost:4000/a', true], ['http://localhost./', false], ['http://localhost:4001/', false], ['http://[::1]/', true],
    ['https://10.0.0.5/', true], ['http://10.0.0.5/', false], ['http://a.localhost:4000/', false],
  ])('%s: %s', (address, may) => {
    expect(isAllowedHost(new URL(address), allowed)).toBe(may)
    expect(safeAddress(address, allowed).ok).toBe(may)
  })
  test('is resolved to whatever it is', async () => {
    const answer = await resolveHost(new URL('http://localhost:4000/'), to('127.0.0.1'), allowed)
    expect(answer.ok && answer.value).toEqual([{ address: '127.0.0.1', family: 4 }])
  })
})

test('a name that nobody knows is said to be unknown', async () => {
  const unknown = async () => {
    throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })
  }
  expect(codeOf(await fetchPage('https://news.example/', { signal, allowed: [], resolve: unknown }))).toBe('addressUnknown')
})
