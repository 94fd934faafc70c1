import fs from 'node:fs'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { Fault } from './command.mjs'
import { freePort } from './port.mjs'
import { makeServerFolder, programFolder, serverUser } from './postgres-home.mjs'
import { alive, pause, run, textOf } from './run.mjs'
import { connect } from './sql.mjs'

/**
 * Starts the PostgreSQL of `folder`, or finds it running; makes it at first. It listens on 127.0.0.1 only, with a
 * password of its own, on the port it had before or else a free one.
 * @returns {Promise<{ address: (database: string) => string, made: boolean, stop: () => Promise<void> }>}
 */
export async function startPostgres(folder, settings = {}) {
  const made = readPassword(folder) === null
  if (made) await initialise(folder, settings)
  const password = readPassword(folder)
  const addressAt = (port) => (database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`
  const running = await alreadyRunning(folder, addressAt)
  const port = running ?? (await launch(folder))
  return { address: addressAt(port), made, stop: () => stopPostgres(folder) }
}

/** Stops the PostgreSQL of `folder`: open transactions are rolled back, nothing committed is lost. */
export async function stopPostgres(folder) {
  if (!postmaster(folder)) return
  const code = await control(folder, ['stop', '-m', 'fast', '-w', '-t', '30'])
  if (code !== 0 && postmaster(folder)) await control(folder, ['stop', '-m', 'immediate', '-w', '-t', '10'])
}

async function initialise(folder, settings) {
  console.log('Making the database ...')
  // What an interrupted attempt left behind never got its password file.
  fs.rmSync(folder, { recursive: true, force: true })
  makeServerFolder(folder)
  const password = randomBytes(24).toString('hex')
  const passwordFile = `${folder}.password`
  fs.writeFileSync(passwordFile, password, { mode: 0o600 })
  if (serverUser.uid !== undefined) fs.chownSync(passwordFile, serverUser.uid, serverUser.gid)
  const options = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings }
  const code = await runAsServer('initdb', folder, [
    '-D', folder, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8',
    '--locale-provider=icu', '--icu-locale=und', `--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8'}`,
    ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ])
  fs.rmSync(passwordFile, { force: true })
  if (code !== 0) throw new Fault('The database could not be made: see the message above, or set DATABASE_URL to a server of your own.')
  keep(folder, 'gloss-password', password)
}

/** The password of a server that was made to its end, else null. */
function readPassword(folder) {
  try {
    return textOf(path.join(folder, 'gloss-password'))
  } catch {
    throw new Fault(`The database in ${folder} belongs to another user: run the command as the user who made it.`)
  }
}

function keep(folder, name, text) {
  const file = path.join(folder, name)
  fs.writeFileSync(file, text, { mode: 0o600 })
  if (serverUser.uid !== undefined) fs.chownSync(file, serverUser.uid, serverUser.gid)
}

async function launch(folder) {
  const known = Number(textOf(path.join(folder, 'gloss-port'))) || 54_329
  for (let attempt = 0, port = known; attempt < 5; attempt += 1, port += 1) {
    port = await freePort(port)
    const code = await control(folder, ['start', '-w', '-t', '60', '-l', path.join(folder, 'server.log'), '-o', `-p ${port}`])
    if (code === 0) {
      keep(folder, 'gloss-port', String(port))
      return port
    }
  }
  throw new Fault(`The database does not start: read the end of ${path.join(folder, 'server.log')}, or set DATABASE_URL to a server of your own.`)
}

/** The port of the server that another command started, or that outlived one which was killed; null where there is none. */
async function alreadyRunning(folder, addressAt) {
  for (let waited = 0; waited < 15_000; waited += 250) {
    const server = postmaster(folder)
    if (!server) return null
    if (!alive(server.pid) || !isPostgres(server.pid)) {
      // The machine went down, and the number may be another program's by now.
      fs.rmSync(path.join(folder, 'postmaster.pid'), { force: true })
      return null
    }
    const client = server.port ? await connect(addressAt(server.port)('postgres')).catch(() => null) : null
    if (client) {
      await client.end()
      return server.port
    }
    await pause(250)
  }
  throw new Fault(`The database of this folder runs as process ${postmaster(folder)?.pid} but does not answer: end that process and run the command again.`)
}

function postmaster(folder) {
  const lines = textOf(path.join(folder, 'postmaster.pid'))?.split('\n')
  return lines ? { pid: Number(lines[0]), port: Number(lines[3]) } : null
}

function isPostgres(pid) {
  if (process.platform === 'win32') return true
  try {
    return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).includes('postgres')
  } catch {
    return textOf(`/proc/${pid}/comm`)?.includes('postgres') ?? false
  }
}

function control(folder, args) {
  return runAsServer('pg_ctl', folder, ['-D', folder, ...args])
}

function runAsServer(program, cwd, args) {
  const file = path.join(programFolder(), 'bin', process.platform === 'win32' ? `${program}.exe` : program)
  // Somebody's own PGPORT or PGDATA is about another server.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')))
  return run(file, args, { quiet: true, cwd, ...serverUser, env: { ...env, LC_ALL: 'C' } })
}
