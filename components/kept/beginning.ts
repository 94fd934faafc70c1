import { keptVersions } from './versions'

/** What somebody had begun under a name, and where what they go on to write is kept. */
export type Beginning<T> = {
  /** Read once, so that it can be a snapshot of `useSyncExternalStore`; null where there is none. */
  snapshot: () => T | null
  /** What is kept is read by its shape again, whoever wrote it. */
  keep: (value: unknown) => void
  forget: () => void
}

/** Opens what was kept under a name; `shaped` says what it is, or null where it is nothing of ours. */
export function openBeginning<T>(kind: Parameters<typeof keptVersions>[0], name: string, shaped: (value: unknown) => T | null): Beginning<T> {
  const versions = keptVersions(kind, name)
  let read: T | null | undefined
  const begin = () => {
    versions.goOnWith(0)
    return shaped(versions.all()[0])
  }
  return {
    snapshot: () => (read === undefined ? (read = begin()) : read),
    keep: versions.keep,
    forget: versions.forget,
  }
}
