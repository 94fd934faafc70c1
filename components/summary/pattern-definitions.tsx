/** Names of the patterns that lie over a colour, so that colour is never the only difference; the first is plain. */
export const patterns = ['plain', 'rising', 'dotted', 'upright', 'level', 'falling', 'crossed'] as const
export type Pattern = (typeof patterns)[number]

/** The paint of a pattern in SVG, null for the plain one. */
export const paintOf = (pattern: Pattern) => (pattern === 'plain' ? null : `url(#summary-${pattern})`)

const lines: Record<Exclude<Pattern, 'plain' | 'dotted'>, string> = {
  rising: 'M-1 7 7 -1M-1 1 1 -1M5 7 7 5',
  falling: 'M-1 -1 7 7M5 -1 7 1M-1 5 1 7',
  upright: 'M3 0V6',
  level: 'M0 3H6',
  crossed: 'M3 0V6M0 3H6',
}

/** The patterns themselves, once a page: lines in the colour of the paper, to lie over any colour. */
export function PatternDefinitions() {
  return (
    <svg aria-hidden="true" width="0" height="0" className="absolute">
      <defs>
        <pattern id="summary-dotted" width="5" height="5" patternUnits="userSpaceOnUse">
          <circle cx="2.5" cy="2.5" r="1.1" className="fill-paper" />
        </pattern>
        {Object.entries(lines).map(([name, path]) => (
          <pattern key={name} id={`summary-${name}`} width="6" height="6" patternUnits="userSpaceOnUse">
            <path d={path} className="fill-none stroke-paper" strokeWidth="1.6" />
          </pattern>
        ))}
      </defs>
    </svg>
  )
}
