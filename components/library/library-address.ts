const names = ['q', 'language', 'state', 'cursor', 'limit', 'lang'] as const

/** What the library's address can say; `lang` is the language of the interface and is only handed on. */
export type LibraryFilters = Partial<Record<(typeof names)[number], string>>

/** The address of the library with these filters; what is not set is left out. */
export function libraryAddress(filters: LibraryFilters): string {
  const set = names.flatMap((name): [string, string][] => (filters[name] ? [[name, filters[name]]] : []))
  return set.length === 0 ? '/library' : `/library?${new URLSearchParams(set)}`
}

/** The filters of an address; of a part given twice the first counts, and an empty field of the form means none. */
export function libraryFilters(params: Record<string, string | string[] | undefined>): LibraryFilters {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = [params[name]].flat()[0]
      return value ? [[name, value]] : []
    }),
  )
}
