/**
 * What the framework does with a module of the browser when a server asks for it: each of its exports becomes a mere
 * reference, so that a page can be made where no browser is, and what it would send there can be read.
 * @returns {import('vite').Plugin} for the tests that make pages
 */
export function clientReferences() {
  return {
    name: 'client-references',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || !/^\s*['"]use client['"]/.test(code)) return null
      const found = code.matchAll(/^export (default )?(?:async )?(?:function\*?|const|class) (\w+)/gm)
      const lines = [...found].map(([, byDefault, name]) => (byDefault ? 'export default reference' : `export const ${name} = reference`))
      return { code: `const reference = Object.assign(() => {}, { $$typeof: Symbol.for('react.client.reference') })\n${lines.join('\n')}\n`, map: null }
    },
  }
}
