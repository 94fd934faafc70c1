import fs from 'node:fs'
import path from 'node:path'
import { alive, pause, textOf } from './run.mjs'

/**
 * Does something that two commands must not do at once, such as installing. The lock is a file that names its
 * process, so that one left behind by a killed command is taken over.
 */
export async function alone(name, doing, work) {
  const file = path.join('.gloss', `${name}.lock`)
  fs.mkdirSync('.gloss', { recursive: true })
  for (let told = false; !take(file); told = true) {
    if (!told) console.log(`Waiting for another command that is ${doing} ...`)
    await pause(250)
  }
  try {
    return await work()
  } finally {
    fs.rmSync(file, { force: true })
  }
}

function take(file) {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  const owner = Number(textOf(file))
  // A file just made may be empty for an instant; an hour-old one without a number is nobody's.
  const nobody = owner ? !alive(owner) : Date.now() - (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 3_600_000
  if (nobody) fs.rmSync(file, { force: true })
  return false
}
