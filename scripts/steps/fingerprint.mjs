import fs from 'node:fs'
import path from 'node:path'
import { createHash } from 'node:crypto'

/** One hash over the contents of files and folders, `except` those whose path matches; what is missing counts as empty. */
export function fingerprint(paths, except = /(?!)/) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((each) => filesBelow(each)).sort()) {
    if (!except.test(file)) hash.update(`${file}\0`).update(fs.readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function filesBelow(each) {
  const stat = fs.statSync(each, { throwIfNoEntry: false })
  if (!stat) return []
  if (!stat.isDirectory()) return [each]
  return fs.readdirSync(each).flatMap((name) => filesBelow(path.posix.join(each, name)))
}
