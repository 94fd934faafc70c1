import { paintOf, type Pattern } from './pattern-definitions'

export type Part = { id: string; weight: number; colour: string; pattern: Pattern }

/** Parts of a whole side by side, each as wide as its weight. The text alternative names what the table below it holds. */
export function StackedBar({ parts, label }: { parts: readonly Part[]; label: string }) {
  const whole = parts.reduce((sum, part) => sum + part.weight, 0)
  const at = (index: number) => parts.slice(0, index).reduce((sum, part) => sum + part.weight, 0) / whole
  return (
    <svg role="img" aria-label={label} className="my-3 block h-3 w-full rounded-[3px] [print-color-adjust:exact]">
      {parts.map((part, index) => (
        <Block key={part.id} part={part} x={percent(at(index))} width={percent(part.weight / whole)} />
      ))}
      {parts.slice(1).map((part, index) => (
        <rect key={part.id} x={percent(at(index + 1))} width="1.5" height="100%" className="fill-paper" />
      ))}
    </svg>
  )
}

/** The same paint as a part of the bar, small, beside its name. */
export function Swatch({ colour, pattern }: Pick<Part, 'colour' | 'pattern'>) {
  return (
    <svg aria-hidden="true" className="mt-[5px] size-3 shrink-0 rounded-[2px] [print-color-adjust:exact]">
      <Block part={{ id: '', weight: 1, colour, pattern }} x="0" width="100%" />
    </svg>
  )
}

function Block({ part, x, width }: { part: Part; x: string; width: string }) {
  const paint = paintOf(part.pattern)
  return (
    <>
      <rect x={x} width={width} height="100%" style={{ fill: part.colour }} className="forced-colors:!fill-[CanvasText]" />
      {paint && <rect x={x} width={width} height="100%" fill={paint} />}
    </>
  )
}

const percent = (share: number) => `${(share * 100).toFixed(3)}%`
