import { encode } from 'uqr'

type Props = {
  /** What a camera reads: an address. */
  text: string
  /** What it is, for who does not see it. */
  label: string
  className?: string
}

/** An address as a QR code with its quiet margin: dark on light in both themes, since many cameras read no other. */
export function QrCode({ text, label, className = 'w-40' }: Props) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" className={`aspect-square max-w-full rounded-sm bg-white forced-color-adjust-none ${className}`}>
      <path d={data.map(runsOf).join('')} fill="#000" />
    </svg>
  )
}

/** The dark modules of one row as rectangles, neighbours in one. */
function runsOf(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue
    const from = x
    while (row[x + 1]) x += 1
    path += `M${from} ${y}h${x + 1 - from}v1H${from}z`
  }
  return path
}
