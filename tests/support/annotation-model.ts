import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import Ajv04 from 'ajv-draft-04'

const folder = fileURLToPath(new URL('../../../shared/data/wadm', import.meta.url))
const schemas = path.join(folder, 'schemas')

/** Null where the W3C's schemas are here; else why what needs them is left out. */
export const withoutModel = existsSync(schemas) ? null : `The schemas of the Web Annotation Data Model are not at ${schemas}.`

/** The W3C's sample annotations that are correct, by file name. */
export function samples(): { name: string; sample: Record<string, unknown> }[] {
  const correct = path.join(folder, 'samples-correct')
  const names = existsSync(correct) ? readdirSync(correct).sort() : []
  return names.map((name) => ({ name, sample: JSON.parse(readFileSync(path.join(correct, name), 'utf8')) as Record<string, unknown> }))
}

/**
 * What is wrong with a thing by the W3C's own checks of what must be so: the file names of the checks that fail. `kind`
 * names the list of checks: of an annotation, of a collection or of one of its pages.
 */
export function modelChecker(kind: 'annotations/annotationMusts' | 'collections/collectionMusts' | 'collections/pages/pageMusts') {
  const ajv = new Ajv04({ strict: false, validateFormats: true, logger: false })
  // The checks say `uri` and mean the model's IRIs.
  ajv.addFormat('uri', (text) => /^[a-z][a-z0-9+.-]*:\S+$/iu.test(text))
  ajv.addFormat('date-time', (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i.test(text))
  const read = (file: string) => JSON.parse(readFileSync(path.join(schemas, file), 'utf8')) as Record<string, unknown>
  for (const file of readdirSync(path.join(schemas, 'definitions'))) ajv.addSchema({ ...read(`definitions/${file}`), id: file })
  const { assertions } = read(`${kind}.test`) as { assertions: string[] }
  const checks = assertions.map((file) => ({ file, valid: ajv.compile({ ...read(file), id: `check-${file.replaceAll('/', '-')}` }) }))
  return (value: unknown) => checks.filter(({ valid }) => !valid(value)).map(({ file }) => file)
}
