/** A line of a page: its words, how large, and where its first letter stands (points from the lower left corner). */
export type SetLine = { text: string; size?: number; x?: number; y: number }

/** A PDF by hand: pages of lines in Helvetica, or of nothing; `encrypted` says that it needs a password. */
export function madePdf(pages: SetLine[][], { title = '', encrypted = false } = {}): Buffer {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '', '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>']
  const kids: string[] = []
  for (const lines of pages) {
    const content = lines.map(({ text, size = 11, x = 72, y }) => `BT /F1 ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`).join('\n')
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length} 0 R >>`)
    kids.push(`${objects.length} 0 R`)
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`
  objects.push(`<< /Title (${escaped(title)}) >>`)
  const info = objects.length
  if (encrypted) objects.push(`<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`)
  let file = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const secret = encrypted ? `/Encrypt ${objects.length} 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]` : ''
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R /Info ${info} 0 R ${secret} >>`
  const start = file.length
  return Buffer.from(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`, 'latin1')
}

/** Lines one under another from `y` downwards, `leading` apart. */
export const column = (lines: string[], { y = 700, x = 72, size = 11, leading = 14 } = {}): SetLine[] =>
  lines.map((text, i) => ({ text, size, x, y: y - i * leading }))

// The bullet is a character of WinAnsi that Latin-1 lacks.
const escaped = (text: string) => text.replace(/[\\()]/g, '\\$&').replaceAll('•', '\\225')
