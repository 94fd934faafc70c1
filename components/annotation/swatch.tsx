import type { PaintMark } from '@/components/article/paint-layers'
import type { Label } from '@/lib/domain/codebook/codebook'

/** How a label is drawn over the text, in small: the tint, or the line in its style. */
export function Swatch({ mark, colour }: { mark: PaintMark; colour?: Label['colour'] }) {
  const style = colour && { color: `light-dark(${colour.light}, ${colour.dark})` }
  return (
    <svg aria-hidden="true" viewBox="0 0 20 14" className={`h-3.5 w-5 flex-none ${colour ? '' : plain[mark]}`} style={style}>
      {mark === 'tint-cool' || mark === 'tint-warm' ? (
        <>
          <rect x="0.5" y="0.5" width="19" height="13" rx="2" className={mark === 'tint-cool' ? 'fill-fact-tint' : 'fill-opinion-tint'} />
          <rect x="1" y="1" width="18" height="12" rx="2" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray={mark === 'tint-warm' ? '1.5 2' : undefined} />
        </>
      ) : (
        <path d={lines[mark] ?? 'M1 9H19'} fill="none" stroke="currentColor" strokeWidth={mark === 'plain' ? 1.2 : 2.2} strokeLinecap={mark === 'underline-dotted' ? 'round' : 'butt'} strokeDasharray={dashes[mark]} />
      )}
    </svg>
  )
}

const lines: Partial<Record<PaintMark, string>> = { wavy: 'M1 9q2.25-5 4.5 0t4.5 0t4.5 0t4.5 0', plain: 'M1 7.5H19M1 11H19' }
const dashes: Partial<Record<PaintMark, string>> = { 'underline-dashed': '5 2.5', 'underline-dotted': '0.1 4' }
const plain: Record<PaintMark, string> = {
  'tint-cool': 'text-fact',
  'tint-warm': 'text-opinion',
  'underline-solid': 'text-sourcing',
  'underline-dashed': 'text-sourcing',
  'underline-dotted': 'text-sourcing',
  wavy: 'text-framing',
  plain: 'text-soft',
}
