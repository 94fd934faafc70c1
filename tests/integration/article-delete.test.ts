import { describe, expect, test } from 'vitest'
import { DELETE as removeOne, GET as readOne } from '@/app/api/v1/articles/[id]/route'
import { call, tokenOf, type Route } from '../support/api'
import { reader } from '../support/flagged-article'
import { published } from '../support/published-article'

describe('DELETE of an article', () => {
  const remove = async (id: string, token: string | undefined, ifMatch?: string) =>
    call(removeOne as Route<never>, { params: { id } as never, token, method: 'DELETE', headers: ifMatch === undefined ? {} : { 'if-match': ifMatch } })

  test.each(['etag', 'sha256', '*'] as const)('takes it away where If-Match holds: %s', async (tag) => {
    const of = await published(3)
    const token = await tokenOf(of.owner.id, 'write')
    const told = await call(readOne as Route<never>, { params: { id: of.id } as never, token })
    expect(told.headers.get('x-robots-tag')).toBe('noindex')
    const { revision } = (await told.json()) as { revision: { sha256: string } }
    const answer = await remove(of.id, token, { etag: told.headers.get('etag')!, sha256: `"${revision.sha256}"`, '*': '*' }[tag])
    expect([answer.status, await answer.text()]).toEqual([204, ''])
    expect((await remove(of.id, token, '*')).status).toBe(410)
  })

  test('is refused with what is wrong', async () => {
    const of = await published()
    const [own, narrow, others] = [await tokenOf(of.owner.id, 'write'), await tokenOf(of.owner.id, 'read'), await tokenOf(of.readers[0]!.id, 'write')]
    const mod = await reader('Mod', 'moderator')
    const closed = await published(0, 'private')
    for (const [status, id, token, tag] of [
      [401, of.id, undefined, '*'], [403, of.id, narrow, '*'], [403, of.id, others, '*'], [403, of.id, await tokenOf(mod.id, 'write'), '*'],
      [428, of.id, own, undefined], [412, of.id, own, '"other"'], [412, of.id, own, 'W/"x"'], [412, of.id, own, ''],
      [404, 'x', own, '*'], [404, '00000000-0000-0000-0000-000000000000', own, '*'], [404, closed.id, own, '*'], [404, closed.id, await tokenOf(mod.id, 'moderate'), '*'],
    ] as const) expect([id, tag, (await remove(id, token, tag)).status]).toEqual([id, tag, status])
    expect((await remove(of.id, await tokenOf(mod.id, 'moderate'), '*')).status).toBe(204)
  })
})
