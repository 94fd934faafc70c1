/** The addresses of an article's versions. */
export const revisionsAddress = (slug: string, query: Record<string, string | number | undefined> = {}) => {
  const set = Object.entries(query).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, `${value}`]]))
  return `/articles/${slug}/revisions${set.length === 0 ? '' : `?${new URLSearchParams(set)}`}`
}

export const revisionAddress = (slug: string, number: number, annotation?: string) =>
  `/articles/${slug}/revisions/${number}${annotation ? `#a=${annotation}` : ''}`

export const repairAddress = (slug: string, after?: string) => `/articles/${slug}/revisions/repair${after ? `?after=${after}` : ''}`

/** A number of a version as an address says it; undefined where it is none. */
export const revisionNumber = (text: string | string[] | undefined): number | undefined =>
  typeof text === 'string' && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined
