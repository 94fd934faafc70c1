/**
 * Whether a request under `If-Match` may go on where the thing's present tag is `current` (with its quotation marks).
 * No header lets everything through; `*` asks only that there is something; weak tags never match (RFC 9110, 13.1.1).
 */
export function passesIfMatch(header: string | null, current: string): boolean {
  if (header === null || header.trim() === '*') return true
  return tagsOf(header).includes(current)
}

/** Whether `If-None-Match` names the present tag, so that a reader has it already: weak tags count (RFC 9110, 13.1.2). */
export function passesIfNoneMatch(header: string | null, current: string): boolean {
  if (header === null) return true
  return header.trim() !== '*' && !tagsOf(header).some((tag) => tag.replace(/^W\//, '') === current)
}

const tagsOf = (header: string): string[] => header.match(/(W\/)?"[^"]*"/g) ?? []
