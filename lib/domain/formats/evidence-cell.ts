type Evidence = { url: string; title: string }

/**
 * A link as one line of a cell: the address, a space, its title, with `\` and line breaks in the title written `\\`, `\n`
 * and `\r`. An address has no space in it.
 */
export const evidenceCell = ({ url, title }: Evidence): string => (title === '' ? url : `${url} ${title.replace(/[\\\n\r]/g, (sign) => escapes[sign] ?? sign)}`)

/** The links of a cell that was made of `evidenceCell` lines, or typed by hand. */
export const evidenceOfCell = (cell: string): Evidence[] =>
  cell.split(/\r\n|[\r\n]/).flatMap((line) => {
    const [, url = '', title = ''] = /^\s*(\S*)\s?(.*)$/s.exec(line) ?? []
    return url === '' ? [] : [{ url, title: title.replace(/\\([\\nr])/g, (_, sign: string) => signs[sign] ?? sign) }]
  })

const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' }
const signs: Record<string, string> = { '\\': '\\', n: '\n', r: '\r' }
