import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { keyHandlersOf } from './support/key-handlers'
import { documentedFunctions, importsOf, mentions, type Import } from './support/source'

/**
 * Who may import whom: the table of the house. The first room whose `room` begins a file's path is the file's room.
 * `types` may be imported by `import type` only; `packages` says which packages may be; `never` beats the rest.
 */
type Room = { room: string; may: string[]; types?: string[]; never?: string[]; packages: RegExp; except?: RegExp }

const rooms: Room[] = [
  { room: 'lib/domain/', may: ['lib/domain/'], packages: /^zod$/ },
  { room: 'lib/document/', may: ['lib/document/', 'lib/domain/'], packages: /^@tiptap\// },
  { room: 'lib/i18n/', may: ['lib/i18n/', 'lib/domain/'], packages: /^(next-intl|next\/headers$)/ },
  // A session is read from the request in one place only.
  { room: 'lib/server/session.ts', may: ['lib/server/', 'lib/domain/', 'lib/i18n/', 'prisma/generated/'], packages: /./ },
  {
    room: 'lib/server/',
    may: ['lib/server/', 'lib/document/', 'lib/domain/', 'lib/i18n/', 'prisma/generated/'],
    packages: /./,
    except: /^next\/headers$/,
  },
  {
    room: 'lib/actions/',
    may: ['lib/actions/', 'lib/server/', 'lib/domain/', 'lib/i18n/'],
    never: ['lib/server/db'],
    packages: /^(zod|next\/cache|next\/navigation|next-intl\/server)$/,
  },
  { room: 'components/ui/', may: ['components/ui/'], packages: /^(react|react-dom|radix-ui|next\/link|uqr)(\/|$)/ },
  {
    room: 'components/',
    may: ['components/', 'lib/actions/', 'lib/document/', 'lib/domain/', 'lib/i18n/'],
    types: ['lib/server/'],
    packages: /./,
    except: /^(node:|pg$|@prisma\/|next\/headers$|server-only$)/,
  },
  {
    room: 'app/',
    may: ['app/', 'components/', 'lib/actions/', 'lib/server/', 'lib/domain/', 'lib/i18n/'],
    never: ['lib/server/db'],
    packages: /./,
    except: /^(pg$|@prisma\/)/,
  },
  {
    room: 'proxy.ts',
    may: ['app/', 'lib/server/', 'lib/domain/', 'lib/i18n/'],
    never: ['lib/server/db'],
    packages: /./,
    except: /^(pg$|@prisma\/)/,
  },
]

const forbiddenFolders = ['utils', 'helpers', 'hooks', 'types', 'constants', 'services', 'repositories', 'stores', 'features', 'shared', 'common', 'misc']

const product = [...files('app'), ...files('components'), ...files('lib'), ...['proxy.ts'].filter((file) => existsSync(file))]
const code = product.filter((file) => !/\.test\.tsx?$/.test(file))
const everything = [...product, ...files('scripts'), ...files('tests'), ...files('prisma')]

test('every import is one that its room may make', () => {
  expect(code.flatMap((file) => importsOf(file).flatMap((each) => broken(file, each)))).toEqual([])
})

test('no folder is named for a mechanism', () => {
  const folders = new Set(everything.flatMap((file) => path.dirname(file).split('/')))
  expect(forbiddenFolders.filter((name) => folders.has(name))).toEqual([])
})

test('files are short enough to be read: 250 lines, in the kernel 300', () => {
  const long = everything
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
    .filter(({ file, lines }) => lines > (file.startsWith('lib/domain/') ? 300 : 250))
  expect(long).toEqual([])
})

test('every server file says that it is one, before anything else', () => {
  const silent = code.filter((file) => file.startsWith('lib/server/') && !readFileSync(file, 'utf8').startsWith("import 'server-only'\n"))
  expect(silent).toEqual([])
})

test('the kernel takes time and chance as arguments', () => {
  const kernel = code.filter((file) => file.startsWith('lib/domain/'))
  expect(kernel.flatMap((file) => mentions(file, ['Date.now', 'new Date()', 'Date()', 'Math.random', 'crypto', 'performance', 'process']))).toEqual([])
})

test('text is normalised in one place, which takes no longer for hostile text', () => {
  const elsewhere = code.filter((file) => file !== 'lib/domain/text/normal-form.ts' && /\.normalize\(/.test(readFileSync(file, 'utf8').replaceAll('element.normalize()', '')))
  expect(elsewhere).toEqual([])
})

test('every public function of the kernel and the server has a doc comment', () => {
  const rooms = code.filter((file) => /^lib\/(domain|server)\//.test(file))
  expect(rooms.flatMap((file) => documentedFunctions(file).filter(({ documented }) => !documented).map(({ name }) => `${file}: ${name}`))).toEqual([])
})

test('every handler of keys asks first whether an input method is composing', () => {
  const handlers = code.filter((file) => /^(components|app)\//.test(file)).flatMap((file) => keyHandlersOf(file))
  expect(handlers.length).toBeGreaterThan(10)
  expect(handlers.filter(({ guarded }) => !guarded)).toEqual([])
})

test.each([
  ['<a onKeyDown={(event) => isComposing(event) || go(event)} />', true],
  ['<a onKeyDown={(event) => go(event)} />', false],
  ['const go = (event) => { if (isComposing(event)) return }; const a = <a onKeyDown={go} />', true],
  ['const go = (event) => {}; document.addEventListener("keydown", go, true)', false],
  ['const go = useEffectEvent((event) => isComposing(event)); document.addEventListener("keyup", go)', true],
  ['new Plugin({ props: { handleDOMEvents: { keydown: (view, event) => false } } })', false],
])('a handler of keys: %s', (text, guarded) => {
  const found = keyHandlersOf('x.tsx', ts.createSourceFile('x.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX))
  expect(found.map((each) => each.guarded)).toEqual([guarded])
})

/** What somebody may do who is signed out, also from a page that was made for who was signed in then. */
const forWhoIsSignedOut = ['signIn', 'signUp', 'findClass', 'signInByCode', 'askForReset', 'resetPassword', 'verifyEmail', 'chooseLanguage', 'chooseTheme', 'goOn', 'leavePlatform', 'tellLanguage']

test('every action is counted, and asks who sent it where somebody must be signed in', () => {
  const doors = code.filter((file) => file.startsWith('lib/actions/')).map((file) => ({ file, text: readFileSync(file, 'utf8') }))
  const actions = doors.filter(({ text }) => text.startsWith("'use server'"))
  const asked = /^ {2}(?:const away = await (?:formTurnedAway\(form\)|turnedAway\(\w+\))\n {2}if \(away\) return away|if \(await turnedAway\(\w+\)\) return\b.*)\n/
  const countedOnly = /^ {2}(?:const over = await formOverLimit\(form\)\n {2}if \(over\) return over|if \(await overLimit\(\)\) return\b.*)\n/
  const uncounted = actions.flatMap(({ file, text }) =>
    [...text.matchAll(/^export (?!type )(?:async function (\w+).*\{\n|.*)/gm)].flatMap((found) => {
      const first = forWhoIsSignedOut.includes(found[1] ?? '') ? countedOnly : asked
      return found[1] && first.test(text.slice(found.index + found[0].length)) ? [] : [`${file}: ${found[0]}`]
    }),
  )
  expect(actions.length).toBeGreaterThan(10)
  expect(uncounted).toEqual([])
})

describe('the table itself', () => {
  const cases: [file: string, text: string, allowed: boolean][] = [
    ['lib/domain/x.ts', `import { z } from 'zod'`, true],
    ['lib/domain/x.ts', `import React from 'react'`, false],
    ['lib/domain/x.ts', `import type { A } from '@/lib/server/articles'`, false],
    ['lib/server/articles.ts', `import { headers } from 'next/headers'`, false],
    ['lib/server/session.ts', `import { headers } from 'next/headers'`, true],
    ['lib/server/articles.ts', `import { Card } from '../../components/annotation/card'`, false],
    ['lib/actions/x.ts', `import { db } from '../server/db'`, false],
    ['components/ui/button.tsx', `import type { Article } from '@/lib/domain/article'`, false],
    ['components/article/x.tsx', `import type { A } from '@/lib/server/articles'`, true],
    ['components/article/x.tsx', `import { type A } from '@/lib/server/articles'`, true],
    ['components/article/x.tsx', `import { a } from '@/lib/server/articles'`, false],
    ['components/article/x.tsx', `const a = import('@/lib/server/articles')`, false],
    ['app/page.tsx', `export { db } from '@/lib/server/db'`, false],
    ['app/page.tsx', `import { PrismaClient } from '@/prisma/generated/client'`, false],
    ['app/page.tsx', `import { articles } from '@/lib/server/articles'`, true],
  ]
  test.each(cases)('%s: %s', (file, text, allowed) => {
    const found = importsOf(file, ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX))
    expect(found).toHaveLength(1)
    expect(found.flatMap((each) => broken(file, each)).length === 0).toBe(allowed)
  })
})

/** What is wrong with an import, as one line that names the file, the import and the rule; nothing where all is well. */
function broken(file: string, { target, typeOnly, local }: Import): string[] {
  const rule = rooms.find(({ room }) => file.startsWith(room))
  if (!rule) return [`${file} is in no room of the house`]
  const { room, may, types = [], never = [], packages, except } = rule
  const reaches = (paths: string[]) => paths.some((each) => target.startsWith(each))
  const allowed = local
    ? !reaches(never) && (reaches(may) || (typeOnly && reaches(types)))
    : packages.test(target) && !(except?.test(target) ?? false)
  if (allowed) return []
  const rooms_ = [...may, ...types.map((each) => `types of ${each}`)].join(', ')
  return [`${file} imports ${target}: ${room} may import ${rooms_} and packages ${packages}${except ? ` but ${except}` : ''}`]
}

function files(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`
    if (entry.isDirectory()) return name === 'prisma/generated' ? [] : files(name)
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [name] : []
  })
}
