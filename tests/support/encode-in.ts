const tables = new Map<string, Map<string, number[]>>()

/** A text in an encoding of one or two bytes a character (gbk, big5, shift_jis, euc-kr ...), which Node can read but not write. */
export function encodeIn(label: string, text: string): Buffer {
  const table = tables.get(label) ?? tableOf(label)
  tables.set(label, table)
  return Buffer.from([...text].flatMap((character) => {
    const bytes = table.get(character)
    if (!bytes) throw new Error(`${label} has no ${character}`)
    return bytes
  }))
}

function tableOf(label: string): Map<string, number[]> {
  const decoder = new TextDecoder(label)
  const table = new Map<string, number[]>()
  const note = (bytes: number[]) => {
    const read = decoder.decode(Uint8Array.from(bytes))
    if ([...read].length === 1 && read !== '\ufffd' && !table.has(read)) table.set(read, bytes)
  }
  for (let one = 0; one < 256; one += 1) note([one])
  for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x40; trail < 0xff; trail += 1) note([lead, trail])
  return table
}
