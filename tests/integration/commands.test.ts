import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { db, pool } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { passwordMatches } from '@/lib/server/passwords'
import { emptyTables } from '../support/empty-tables'

const folder = mkdtempSync(path.join(tmpdir(), 'gloss-commands-'))
beforeEach(() => emptyTables('User'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('npm run user', () => {
  const passwordFile = path.join(folder, 'password')
  writeFileSync(passwordFile, 'heron-lattice-autumn\nnot this line\n')

  test.each([
    { way: 'a file', more: ['--password-file', passwordFile], input: '' },
    { way: 'a file, with the equals sign', more: [`--password-file=${passwordFile}`], input: '' },
    { way: 'the standard input', more: [], input: 'heron-lattice-autumn\n' },
    { way: 'the command line, with a warning', more: ['--password', 'heron-lattice-autumn'], input: '', warns: true },
  ])('takes the password from $way', async ({ way, more, input, warns = false }) => {
    const email = `${way.replace(/\W/g, '')}@example.org`
    const { code, output } = await run('scripts/user.mjs', ['--email', email, ...more, '--name', 'A Person', '--role', 'moderator'], input)
    expect(output).toContain(`${email} can sign in now, as moderator.`)
    expect([code, output.includes('Warning')]).toEqual([0, warns])
    const { passwordHash, role } = await db.user.findUniqueOrThrow({ where: { email } })
    expect([await passwordMatches(passwordHash, 'heron-lattice-autumn'), role]).toEqual([true, 'moderator'])
  })

  test.each([
    { what: 'a file that is not there', more: ['--password-file', path.join(folder, 'none')], says: 'cannot be read (ENOENT)' },
    { what: 'no password at all', more: [], says: 'Nothing was typed' },
  ])('refuses $what with a sentence', async ({ more, says }) => {
    const { code, output } = await run('scripts/user.mjs', ['--email', 'nobody@example.org', '--name', 'A Person', ...more])
    expect(output).toContain(says)
    expect(output).not.toContain('    at ')
    expect([code, await db.user.count()]).toEqual([1, 0])
  })
})

test('npm run seed refuses a database with accounts of its own, and writes nothing', async () => {
  await db.user.create({ data: { name: 'Owner of a site', email: 'owner@example.org' } })
  const { code, output } = await run('scripts/seed.mjs', [])
  expect(output).toContain('The database of DATABASE_URL has accounts of its own')
  expect([code, await db.user.count(), await db.article.count()]).toEqual([1, 1, 0])
})

test('PostgreSQL itself ends what holds a connection too long', async () => {
  const { rows } = await pool.query(`select current_setting('statement_timeout') as statement, current_setting('idle_in_transaction_session_timeout') as idle`)
  expect(rows).toEqual([{ statement: '30s', idle: '1min' }])
})

function run(script: string, args: string[], input = ''): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, DATABASE_URL: env('DATABASE_URL') } })
  let output = ''
  child.stdout.on('data', (part: Buffer) => (output += part.toString()))
  child.stderr.on('data', (part: Buffer) => (output += part.toString()))
  child.stdin.end(input)
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })))
}
