import fs from 'node:fs'
import { spawn } from 'node:child_process'
import { Fault, atEnd } from './command.mjs'

/**
 * Runs a program to its end. Quiet ones show what they printed only when they fail, silent ones never.
 * @returns its exit code; a program that a signal ended counts as 1
 */
export function run(program, args, { quiet = false, silent = false, env = process.env, timeout, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = silent ? 'ignore' : quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit']
    const child = spawn(program, args, { stdio, env, timeout, ...options })
    const output = []
    atEnd(() => child.exitCode ?? child.kill())
    child.stdout?.on('data', (part) => output.push(part))
    child.stderr?.on('data', (part) => output.push(part))
    child.on('error', (error) => {
      if (error.code !== 'ENOENT') return reject(error)
      resolve(127)
    })
    child.on('close', (code) => {
      if (quiet && code !== 0) process.stderr.write(Buffer.concat(output))
      resolve(code ?? 1)
    })
  })
}

/** Runs a program that must succeed. @throws Fault with the sentence given, below what the program printed */
export async function must(sentence, program, args, options) {
  if ((await run(program, args, options)) !== 0) throw new Fault(sentence)
}

/** The program of an installed package, to be run by this very Node. */
export const installed = {
  next: 'node_modules/next/dist/bin/next',
  prisma: 'node_modules/prisma/build/index.js',
  tsx: 'node_modules/tsx/dist/cli.mjs',
  tsc: 'node_modules/typescript/bin/tsc',
  eslint: 'node_modules/eslint/bin/eslint.js',
  vitest: 'node_modules/vitest/vitest.mjs',
  playwright: 'node_modules/@playwright/test/cli.js',
}

/** Whether a process is alive; one of another user's is. */
export function alive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** A file's text, or null where there is none. */
export function textOf(path) {
  try {
    return fs.readFileSync(path, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  }
}
