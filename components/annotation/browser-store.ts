/**
 * JSON in this browser under names that begin with `prefix`. Where storage is full or forbidden nothing is kept and
 * nothing breaks: the page goes on with what it has in memory.
 */
export function browserStore(area: () => Storage, prefix: string) {
  return {
    read(name: string): unknown {
      return attempt(() => JSON.parse(area().getItem(prefix + name) ?? 'null') as unknown)
    },
    write(name: string, value: unknown): void {
      attempt(() => area().setItem(prefix + name, JSON.stringify(value)))
    },
    remove(name: string): void {
      attempt(() => area().removeItem(prefix + name))
    },
    names(): string[] {
      return attempt(() => Object.keys(area()).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))) ?? []
    },
  }
}

function attempt<T>(action: () => T): T | null {
  try {
    return action()
  } catch (error) {
    // A full or forbidden storage throws a DOMException, a value that was cut short a SyntaxError.
    if (error instanceof DOMException || error instanceof SyntaxError) return null
    throw error
  }
}
