import { readBy } from '../demo-reading'

export const linEn = readBy('lin.pohan@example.org', [
  {
    quote:
      'an inspection report from 2021, numbered BR-2021-118, in which the engineering firm Dene & Harrow rated ' +
      'the fourth pier “poor, deteriorating” and recommended a limit of 18 tonnes within ninety days.',
    labels: ['sourcing:official-document-or-data'],
    sourceName: 'Dene & Harrow',
  },
  {
    quote:
      'Asked about the report on Wednesday, the authority’s former director of structures, Leonard Pask, said ' +
      'that it had been “one opinion among several” and that the repair budget for that year was already ' +
      'committed.',
    labels: ['sourcing:named-person'],
    sourceName: 'Leonard Pask',
  },
  {
    quote: 'It is hard to imagine a sentence that better describes how public safety is managed in this region.',
    labels: ['statement:opinion'],
  },
  {
    quote:
      '“My mother has dialysis three times a week, and the bus now takes two hours each way,” said Delphine ' +
      'Arkwright, a classroom assistant who has lived on the Northbank since 1998. “She says she is thinking ' +
      'of stopping. I do not know how to answer her.”',
    labels: ['sourcing:named-person'],
    sourceName: 'Delphine Arkwright',
    note: '讀到這段會難過。可是一個人的例子能代表五萬八千人嗎？',
  },
  {
    quote:
      'A survey of 1,204 residents by the University of Westreach in June found that 61 per cent had turned ' +
      'down work, a medical appointment or a family visit because of the detour.',
    labels: ['sourcing:study-or-poll'],
    sourceName: 'University of Westreach',
  },
  {
    quote:
      'According to a senior official with knowledge of the budget talks, who asked not to be named because ' +
      'she still works for the authority, the finance committee was told in 2023 that the bridge “might not ' +
      'see the decade out”.',
    labels: ['sourcing:unnamed-described'],
  },
  {
    quote:
      'Why, she asked a local radio station, is nobody holding an inquiry into the previous administration, ' +
      'which sold the tug fleet for a song?',
    labels: ['statement:rhetorical-question-or-irony'],
  },
  {
    quote: 'calls the authority “a cartel of clipboard cowards”',
    labels: ['framing:name-calling-labeling'],
  },
  {
    quote:
      'Its latest handbill shows a coffin drifting under the span, with the words “Next time it will be a ' +
      'school bus”.',
    labels: ['framing:appeal-to-fear-prejudice'],
  },
  {
    quote:
      'The Estuary Courier reported last week that the contractor hired to monitor the crack belongs to a ' +
      'cousin of Mr Pask.',
    labels: ['sourcing:other-media'],
    sourceName: 'Estuary Courier',
  },
  {
    quote: 'If there is nothing in the story, one wonders why nobody at the authority seems in any hurry to deny it.',
    labels: ['framing:doubt'],
  },
  {
    quote:
      'Either the council finds 140 million crowns for a new crossing this winter, the transport commissioner, ' +
      'Aurel Bannister, told reporters on Friday, or “we accept that the Northbank is finished”.',
    labels: ['sourcing:named-person', 'framing:false-dilemma-no-choice'],
    sourceName: 'Aurel Bannister',
    note: '下一段馬上就說還有別的選擇，所以記者也知道這是假的二選一。',
  },
  {
    quote: 'As any engineer will tell you, concrete of that age does not heal.',
    labels: ['framing:appeal-to-popularity'],
  },
])
