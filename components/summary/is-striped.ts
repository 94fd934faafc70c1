import type { HeatCell } from '@/lib/domain/summary/layer-summary'

/** Whether two readers drawn at random are more likely to differ over this part of the text than to say the same. */
export const isStriped = ({ disagreement }: Pick<HeatCell, 'disagreement'>) => disagreement !== null && disagreement >= 0.5
