import fs from 'node:fs'

/** The figures of one step: what passed, failed and was skipped. A step that broke before its first test failed once. */
export function vitestFigures(file, code) {
  const report = read(file)
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = report ?? {}
  return figures(numPassedTests, numFailedTests, numPendingTests + numTodoTests, code)
}

/** A test that passed only at a second attempt did not pass. */
export function playwrightFigures(file, code) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = read(file)?.stats ?? {}
  return figures(expected, unexpected + flaky, skipped, code)
}

/** The figures of a check that has no tests of its own: nothing, or one failure. */
export const checkFigures = (code) => figures(0, 0, 0, code)

/** The last line of `npm test`. */
export function closingLine(all) {
  const sum = (name) => all.reduce((total, each) => total + each[name], 0)
  const skipped = sum('skipped')
  return `Gloss: ${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`
}

function figures(passed, failed, skipped, code) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped }
}

function read(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null
}
