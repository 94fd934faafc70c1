import type { Mark } from '@/lib/domain/codebook/codebook'
import type { ReadingGroup } from '@/lib/domain/codebook/reading'
import { codebookFraming } from './codebook-framing'
import { codebookSourcing } from './codebook-sourcing'
import { codebookStatement } from './codebook-statement'

export const codebook = {
  dimensions: {
    sourcing: {
      name: 'Sourcing',
      question: 'Who says so?',
      hint: 'Mark where a piece of information comes from, or that the text does not say.',
    },
    statement: {
      name: 'Statement',
      question: 'Fact or opinion?',
      hint: 'Mark what kind of statement it is, from what can be checked to what someone thinks, wants or expects.',
    },
    framing: {
      name: 'Framing',
      question: 'How am I being moved?',
      hint: 'Mark words and arguments that push readers towards a feeling or a side.',
    },
  },
  groups: {
    'attack-on-reputation': 'Attack on reputation',
    justification: 'Justification',
    distraction: 'Distraction',
    simplification: 'Simplification',
    call: 'Call',
    'manipulative-wording': 'Manipulative wording',
  } satisfies Record<ReadingGroup, string>,
  marks: {
    'tint-cool': 'Cool tint: can be checked',
    'tint-warm': 'Warm tint: opinion, judgement, outlook or a mixture',
    'underline-solid': 'Solid line: there is someone to ask or something to open',
    'underline-dashed': 'Dashed line: there is a source, but it stays hidden',
    'underline-dotted': 'Dotted line: no source is given',
    wavy: 'Wavy line: persuasion at work',
  } satisfies Record<Mark, string>,
  labels: {
    sourcing: codebookSourcing,
    statement: codebookStatement,
    framing: codebookFraming,
  },
}
