import { z } from 'zod'
import { openBeginning, type Beginning } from '@/components/kept/beginning'
import { draft } from './assignment-draft'

/** A draft of an assignment as a browser keeps it: what stands in the fields by now, and what they began with. */
const keptAssignment = z.object({ now: draft, begin: draft })
export type KeptAssignment = z.infer<typeof keptAssignment>

/** What somebody had begun of an assignment, named as the form says it. */
export const openKeptAssignment = (name: string): Beginning<KeptAssignment> => openBeginning('form', name, (value) => keptAssignment.safeParse(value).data ?? null)
