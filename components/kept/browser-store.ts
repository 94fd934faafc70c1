/** How long words wait for their owner in a browser that they may share with others. */
const longestWait = 30 * 86_400_000

/**
 * JSON in this browser under names that begin with `prefix`, for 30 days. Where storage is full or forbidden nothing is
 * kept and nothing breaks: the page goes on with what it has in memory.
 */
export function browserStore(area: () => Storage, prefix: string) {
  return {
    read(name: string): unknown {
      const kept = readKept(area, prefix + name)
      return kept === null || isOver(prefix + name, kept) ? null : kept.value
    },
    write(name: string, value: unknown): void {
      writeKept(area, prefix + name, value)
    },
    remove(name: string): void {
      removeNames(area, [prefix + name])
    },
    /** What is kept under names that begin so, the newest first. */
    newest(beginning: string): { name: string; at: number; value: unknown }[] {
      return this.names()
        .filter((name) => name.startsWith(beginning))
        .flatMap((name) => {
          const kept = readKept(area, prefix + name)
          return kept === null || isOver(prefix + name, kept) ? [] : [{ name, at: kept.at ?? 0, value: kept.value }]
        })
        .sort((a, b) => b.at - a.at)
    },
    names(): string[] {
      return namesIn(area, prefix).map((name) => name.slice(prefix.length))
    },
  }
}

/**
 * Removes what has waited too long. Versions before this one said neither since when a thing is kept nor, but for flags on
 * their way, whose it is: those flags go on waiting, the rest is shown to nobody and goes.
 */
export function removeOverdue(area: () => Storage): void {
  for (const name of namesIn(area, 'gloss:')) {
    const kept = readKept(area, name)
    if (kept === null || isOver(name, kept)) removeNames(area, [name])
    else if (kept.at === null && name.startsWith('gloss:write:')) writeKept(area, name, kept.value)
    else if (kept.at === null) removeNames(area, [name])
  }
}

export const removeNames = (area: () => Storage, names: readonly string[]): void => {
  for (const name of names) attempt(() => area().removeItem(name))
}

/** The names that begin with `prefix`. */
export const namesIn = (area: () => Storage, prefix: string): string[] =>
  attempt(() => Object.keys(area()).filter((name) => name.startsWith(prefix))) ?? []

/** `at`: milliseconds since 1970, null where an earlier version did not say. */
type Kept = { at: number | null; value: unknown }

/** How somebody likes to work is no words of theirs, and may stay. */
const isOver = (name: string, { at }: Kept) => at !== null && Date.now() - at > longestWait && !name.startsWith('gloss:preference:')

function readKept(area: () => Storage, name: string): Kept | null {
  const json = attempt(() => JSON.parse(area().getItem(name) ?? 'null') as unknown)
  if (json === null) return null
  if (typeof json === 'object' && 'at' in json && typeof json.at === 'number' && 'value' in json) return { at: json.at, value: json.value }
  return { at: null, value: json }
}

const writeKept = (area: () => Storage, name: string, value: unknown) =>
  attempt(() => area().setItem(name, JSON.stringify({ at: Date.now(), value })))

function attempt<T>(action: () => T): T | null {
  try {
    return action()
  } catch (error) {
    // A full or forbidden storage throws a DOMException, a value that was cut short a SyntaxError.
    if (error instanceof DOMException || error instanceof SyntaxError) return null
    throw error
  }
}
