import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { including, limits, tokenForm } from '@/lib/domain/access-token'
import { signedOutViewer, systemViewer, type SignedIn } from '@/lib/domain/viewer'
import { db, pool } from '@/lib/server/db'
import { readViewers } from '@/lib/server/live-viewers'
import { listTokens, makeToken, revokeToken, spendToken } from '@/lib/server/tokens'
import { reader } from '../support/flagged-article'

const now = new Date('2026-11-23T12:00:00Z')
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const readTokenHolder = async (token: string, at?: Date) => (await spendToken(token, 1, at))?.holder ?? null
const wish = { name: 'My notebook', scope: 'write', days: null } as const

let ann: SignedIn
let ben: SignedIn

beforeAll(async () => {
  ann = await reader('Ann', 'moderator')
  ben = await reader('Ben')
})
beforeEach(() => db.accessToken.deleteMany())

async function made(more: object = {}, owner = ann) {
  const token = await makeToken(owner, owner.id, { ...wish, ...more }, now)
  if (!token.ok) throw new Error(JSON.stringify(token.problems))
  return token.value
}

describe('a token', () => {
  test('is told once and kept as a hash alone', async () => {
    const { token, ...entry } = await made()
    expect(token).toMatch(tokenForm)
    expect(await listTokens(ann)).toEqual([entry])
    const { rows } = await pool.query<{ row: string }>('SELECT row_to_json("AccessToken")::text AS row FROM "AccessToken"')
    expect(JSON.stringify(rows)).not.toContain(token.slice(6))
    const audits = await db.auditRow.findMany({ where: { subjectId: entry.id }, select: { action: true, actorId: true, detail: true } })
    expect(audits).toEqual([{ action: 'token.created', actorId: ann.id, detail: { name: 'My notebook', scope: 'write' } }])
  })

  test('says who its owner is, with the scopes that its widest includes', async () => {
    for (const scope of ['read', 'write', 'moderate'] as const) {
      const { id, token } = await made({ scope })
      expect(await readTokenHolder(token, now)).toEqual({ tokenId: id, viewer: { ...ann, scopes: including(scope) } })
    }
    expect(including('moderate')).toEqual(['read', 'write', 'moderate'])
  })

  test('follows its owner: another role, and no owner any more', async () => {
    const gone = await reader('Gone')
    const { token } = await made({}, gone)
    await db.user.update({ where: { id: gone.id }, data: { role: 'admin' } })
    expect((await readTokenHolder(token))?.viewer.role).toBe('admin')
    await db.user.delete({ where: { id: gone.id } })
    expect(await readTokenHolder(token)).toBeNull()
  })

  test('is good until it expires', async () => {
    const { token, expiresAt } = await made({ days: 7 })
    expect(expiresAt).toEqual(after(7 * 86_400))
    expect(await readTokenHolder(token, after(7 * 86_400 - 1))).not.toBeNull()
    expect(await readTokenHolder(token, after(7 * 86_400))).toBeNull()
  })

  test('remembers its last use, to the minute', async () => {
    const { token } = await made()
    const usedAt = async () => (await listTokens(ann))[0]?.lastUsedAt
    expect(await usedAt()).toBeNull()
    await readTokenHolder(token, after(10))
    expect(await usedAt()).toEqual(after(10))
    await readTokenHolder(token, after(60))
    expect(await usedAt()).toEqual(after(10))
    await readTokenHolder(token, after(71))
    expect(await usedAt()).toEqual(after(71))
  })

  test('is nobody’s where it was changed, cut, or never made', async () => {
    const { token } = await made()
    for (const wrong of ['', 'gloss_', token.slice(0, -1), `${token}x`, token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), token.toUpperCase(), `gloss_${'é'.repeat(43)}`])
      expect(await readTokenHolder(wrong)).toBeNull()
  })

  test('that is revoked is worth nothing at once, in live streams too', async () => {
    const { id, token } = await made()
    const credential = `token ${id}` as const
    expect((await readViewers(new Set([credential, null]))).get(credential)).toMatchObject({ id: ann.id, scopes: ['read', 'write'] })
    expect(await revokeToken(ann, id)).toMatchObject({ ok: true })
    expect(await readTokenHolder(token)).toBeNull()
    expect([...(await readViewers(new Set([credential, null]))).keys()]).toEqual([null])
    expect(await db.auditRow.count({ where: { subjectId: id, action: 'token.revoked', actorId: ann.id } })).toBe(1)
  })
})

describe('tokens are their owner’s alone', () => {
  test('to see and to revoke', async () => {
    const { id } = await made()
    for (const viewer of [ben, signedOutViewer, systemViewer]) expect(await listTokens(viewer)).toEqual([])
    expect(await revokeToken(ben, id)).toMatchObject({ ok: false, problems: [{ code: 'notFound' }] })
    expect(await revokeToken(signedOutViewer, id)).toMatchObject({ ok: false, problems: [{ code: 'signInFirst' }] })
    expect(await listTokens(ann)).toHaveLength(1)
  })

  test('to make, but for the command line', async () => {
    expect(await makeToken(ben, ann.id, wish)).toMatchObject({ problems: [{ code: 'notAllowed' }] })
    expect(await makeToken(signedOutViewer, ann.id, wish)).toMatchObject({ problems: [{ code: 'signInFirst' }] })
    expect(await makeToken(systemViewer, ann.id, wish)).toMatchObject({ ok: true })
    expect(await makeToken(systemViewer, '00000000-0000-4000-8000-000000000000', wish)).toMatchObject({ problems: [{ code: 'notFound' }] })
  })

  test('and no token makes, shows or revokes another', async () => {
    const { id, token } = await made({ scope: 'moderate' })
    const holder = await readTokenHolder(token)
    if (!holder) throw new Error('The token is not known')
    expect(await makeToken(holder.viewer, ann.id, wish)).toMatchObject({ problems: [{ code: 'notAllowed' }] })
    expect(await listTokens(holder.viewer)).toEqual([])
    expect(await revokeToken(holder.viewer, id)).toMatchObject({ ok: false })
  })
})

describe('making one is refused', () => {
  test.each([
    ['no name', { name: ' ' }, 'name', 'required'],
    ['a long name', { name: 'x'.repeat(81) }, 'name', 'tooLong'],
    ['a name of two lines', { name: 'a\nb' }, 'name', 'nameUnprintable'],
    ['an unknown scope', { scope: 'admin' }, 'scope', 'invalid'],
    ['no days', { days: 0 }, 'days', 'tooSmall'],
    ['days without end', { days: 100_000 }, 'days', 'tooLarge'],
  ])('with %s', async (_, more, path, code) => {
    const refused = await makeToken(ann, ann.id, { ...wish, ...more } as never)
    expect(refused).toMatchObject({ ok: false, problems: [{ path, code }] })
  })

  test('when there are fifty, also at once', async () => {
    await db.accessToken.createMany({
      data: Array.from({ length: limits.tokens - 1 }, (_, at) => ({ userId: ben.id, name: `${at}`, tokenHash: `${at}`, scopes: ['read'] })),
    })
    const all = await Promise.all([1, 2, 3].map(() => makeToken(ben, ben.id, wish)))
    expect(all.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await listTokens(ben)).toHaveLength(limits.tokens)
    expect(all.find(({ ok }) => !ok)).toMatchObject({ problems: [{ code: 'tooMany', values: { limit: 50 } }] })
  })
})

describe('on the command line', () => {
  const run = async (...args: string[]) => {
    const command = ['--import', 'tsx', '--conditions=react-server', 'scripts/token-main.ts', ...args]
    return promisify(execFile)(process.execPath, command).then(
      ({ stdout }) => ({ ok: true, lines: stdout.trimEnd().split('\n') }),
      ({ stderr }: { stderr: string }) => ({ ok: false, lines: stderr.trimEnd().split('\n') }),
    )
  }

  test('a token is made for the account with that address, and is all that goes to the output', async () => {
    await db.user.update({ where: { id: ben.id }, data: { email: 'ben@example.org' } })
    const made = await run('--email', ' Ben@Example.org', '--scope', 'write', '--days', '30')
    const [token = '', ...more] = made.lines
    expect([made.ok, tokenForm.test(token), more]).toEqual([true, true, []])
    expect((await readTokenHolder(token))?.viewer).toEqual({ ...ben, scopes: ['read', 'write'] })
  })

  test.each([
    ['nobody', ['--email', 'nobody@example.org', '--scope', 'read'], /there is no account with the address nobody@example\.org/],
    ['an unknown scope', ['--email', 'ben@example.org', '--scope', 'all'], /^Usage:/],
    ['no scope', ['--email', 'ben@example.org'], /^Usage:/],
    ['an unknown word', ['--email', 'ben@example.org', '--scope', 'read', '--force'], /^Usage:/],
  ])('none is made for %s', async (_, args, sentence) => {
    const refused = await run(...args)
    expect([refused.ok, refused.lines.at(-1)]).toEqual([false, expect.stringMatching(sentence)])
  })
})
