import type { ReaderAnnotation } from '@/lib/domain/annotation'
import { Card } from './card'
import { useReading } from './reading-context'

/** An annotation's card in the margin, as the reading stands: chosen, just come, on its way. */
export function MarginCard({ annotation }: { annotation: ReaderAnnotation }) {
  const { state } = useReading()
  const { id } = annotation
  return <Card annotation={annotation} chosen={id === state.chosen?.id} fresh={state.fresh.has(id)} write={state.writes.get(id)} />
}
