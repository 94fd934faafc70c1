import { dimensions, type Dimension, type LabelRef } from '../codebook/codebook'

/** The least an assignment asks for: flags in all, and flags in each dimension; 0 asks for nothing. */
export type Requirement = { flags: number; dimensions: Record<Dimension, number> }

/** One line of a student's progress: `of` null stands for flags in all. */
export type Progress = { of: Dimension | null; wanted: number; done: number; met: boolean }

/** How far a student is. A flag counts once in all, and once in each dimension that it has a label of. */
export function progressOf(requirement: Requirement, flags: readonly { labels: readonly LabelRef[] }[]): Progress[] {
  const lines: Omit<Progress, 'met'>[] = [
    { of: null, wanted: requirement.flags, done: flags.length },
    ...dimensions.map((dimension) => ({
      of: dimension,
      wanted: requirement.dimensions[dimension],
      done: flags.filter(({ labels }) => labels.some((label) => label.dimension === dimension)).length,
    })),
  ]
  return lines.filter(({ wanted }) => wanted > 0).map((line) => ({ ...line, met: line.done >= line.wanted }))
}
