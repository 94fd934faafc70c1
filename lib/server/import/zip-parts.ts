import 'server-only'
import { crc32, inflateRawSync } from 'node:zlib'

export type ZipPart = { name: string; bytes: Buffer }

/**
 * The parts of a ZIP archive whose names `wanted` takes, unpacked, at most `limit` bytes of them together whatever the
 * archive says of their sizes (APPNOTE 6.3, without its 64-bit and encrypted forms). Null for what is no such archive,
 * or a damaged one.
 * @throws RangeError with the code ERR_BUFFER_TOO_LARGE above the limit.
 */
export function zipParts(bytes: Uint8Array, wanted: (name: string) => boolean, limit: number): ZipPart[] | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = file.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > file.length) return null
  const parts: ZipPart[] = []
  let [at, left] = [file.readUInt32LE(end + 16), limit]
  for (let count = file.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return null
    const [flags, method, size] = [file.readUInt16LE(at + 8), file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)]
    const [nameLength, extra, comment, start] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32), file.readUInt32LE(at + 42)]
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    at += 46 + nameLength + extra + comment
    if (!wanted(name)) continue
    if ((flags & 1) === 1 || start + 30 > file.length || file.readUInt32LE(start) !== 0x04034b50) return null
    const data = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28)
    const unpacked = unpack(file.subarray(data, data + size), method, left)
    if (unpacked === null) return null
    left -= unpacked.length
    parts.push({ name, bytes: unpacked })
  }
  return parts
}

/** A ZIP archive of these parts, none of them packed: its reader meets no size that it is not told. */
export function storedZip(parts: readonly ZipPart[]): Buffer {
  const [locals, entries]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const { name, bytes } of parts) {
    const path = Buffer.from(name, 'utf8')
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(0x0800, 2)
    head.writeUInt32LE(crc32(bytes), 10)
    head.writeUInt32LE(bytes.length, 14)
    head.writeUInt32LE(bytes.length, 18)
    head.writeUInt16LE(path.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, path, bytes])
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, place, path]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

function unpack(packed: Buffer, method: number, limit: number): Buffer | null {
  if (method === 0) return tooLarge(packed.length, limit) ?? packed
  if (method !== 8) return null
  try {
    // The limit must be at least one byte.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) })
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) return null
    throw error
  }
}

function tooLarge(size: number, limit: number): null {
  if (size > limit) throw Object.assign(new RangeError('The parts are larger than the limit'), { code: 'ERR_BUFFER_TOO_LARGE' })
  return null
}
