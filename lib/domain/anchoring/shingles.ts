/**
 * Every stretch of `length` neighbouring tokens as a number below a power of two: what likeness is counted in. Different
 * stretches may share a number, rarely enough (a table of at least eight times their count) to do no more than blur a
 * likeness. The answer's entry i is the stretch that begins at token i; the last `length - 1` entries are -1.
 */
export function shingles(ids: Int32Array, length: number, table: number): Int32Array {
  const keys = new Int32Array(ids.length).fill(-1)
  for (let at = 0; at + length <= ids.length; at += 1) {
    let key = 0
    for (let i = 0; i < length; i += 1) {
      key = Math.imul(key ^ ids[at + i]!, 0x9e3779b1)
      key ^= key >>> 15
    }
    keys[at] = key & (table - 1)
  }
  return keys
}

/** The size of the table for so many tokens in both texts: a power of two. */
export const shingleTable = (tokens: number) => 2 ** Math.max(10, Math.ceil(Math.log2(8 * Math.max(1, tokens))))
