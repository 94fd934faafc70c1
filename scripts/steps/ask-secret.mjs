import fs from 'node:fs'
import readline from 'node:readline'
import { Writable } from 'node:stream'
import { Fault } from './command.mjs'

/**
 * A secret that stays off the command line, where every account of the machine can read it and the shell writes it down:
 * the first line of `file`, else what is typed at the terminal, unseen, else the first line of the standard input.
 * @throws Fault where the file cannot be read or there is nothing in it
 */
export async function askSecret(question, file) {
  const secret = file === undefined ? await fromInput(question) : firstLine(read(file))
  if (secret) return secret
  throw new Fault(file === undefined ? 'Nothing was typed: run the command again.' : `${file} has no first line: write the password there.`)
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (error) {
    throw new Fault(`${file} cannot be read (${error.code}): name a file whose first line is the password.`)
  }
}

const firstLine = (text) => text.split(/\r?\n/, 1)[0]

function fromInput(question) {
  if (!process.stdin.isTTY) return new Promise((resolve) => readline.createInterface({ input: process.stdin }).once('line', resolve).once('close', () => resolve('')))
  process.stderr.write(question)
  const unseen = new Writable({ write: (_, __, done) => done() })
  const terminal = readline.createInterface({ input: process.stdin, output: unseen, terminal: true })
  return new Promise((resolve) => {
    terminal.question('', (answer) => {
      terminal.close()
      process.stderr.write('\n')
      resolve(answer)
    })
    terminal.once('close', () => resolve(''))
  })
}
