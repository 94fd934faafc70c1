import { readBy } from '../demo-reading'

export const adeyemiEn = readBy('samuel.adeyemi@example.org', [
  {
    quote: 'Aldermouth has learned how quickly a city can be cut in half by people who preferred not to look',
    labels: ['framing:loaded-language'],
    note: 'A motive slipped into the end of a factual sentence.',
  },
  {
    quote:
      'The most awkward of them is an inspection report from 2021, numbered BR-2021-118, in which the ' +
      'engineering firm Dene & Harrow rated the fourth pier “poor, deteriorating” and recommended a limit of ' +
      '18 tonnes within ninety days.',
    labels: ['sourcing:official-document-or-data', 'statement:verifiable-fact-claim'],
    sourceName: 'Dene & Harrow, report BR-2021-118',
    note: 'Numbered, so anyone can ask for it. This is what good sourcing looks like.',
  },
  {
    quote:
      'According to the Roads Authority’s own traffic counts, an average of 1,460 lorries above that weight ' +
      'crossed the bridge every working day for the next four and a half years.',
    labels: ['sourcing:official-document-or-data', 'statement:verifiable-fact-claim'],
    sourceName: 'Roads Authority',
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
    labels: ['statement:opinion', 'framing:exaggeration-minimisation'],
    confidence: 'fairly-sure',
  },
  {
    quote:
      '“My mother has dialysis three times a week, and the bus now takes two hours each way,” said Delphine ' +
      'Arkwright, a classroom assistant who has lived on the Northbank since 1998. “She says she is thinking ' +
      'of stopping. I do not know how to answer her.”',
    labels: ['sourcing:named-person'],
    sourceName: 'Delphine Arkwright',
  },
  {
    quote:
      'According to a senior official with knowledge of the budget talks, who asked not to be named because ' +
      'she still works for the authority, the finance committee was told in 2023 that the bridge “might not ' +
      'see the decade out”.',
    labels: ['sourcing:unnamed-described'],
    note: 'The paper explains the anonymity. I would still want a second source.',
  },
  {
    quote:
      '“There was no warning and there were no scissors,” she wrote on Tuesday evening in a post that has been ' +
      'shared more than four thousand times.',
    labels: ['sourcing:named-person'],
    sourceName: 'Rhoda Penhallow',
    note: 'It is a post, but she is named and it is her own account. I flag the person, not the platform.',
  },
  {
    quote: 'a career committee-sitter whose grasp of engineering has never troubled anyone',
    labels: ['framing:name-calling-labeling'],
  },
  {
    quote: 'calls the authority “a cartel of clipboard cowards”',
    labels: ['framing:name-calling-labeling'],
  },
  {
    quote: 'If there is nothing in the story, one wonders why nobody at the authority seems in any hurry to deny it.',
    labels: ['framing:doubt'],
    note: 'Silence treated as evidence.',
  },
  {
    quote:
      'Either the council finds 140 million crowns for a new crossing this winter, the transport commissioner, ' +
      'Aurel Bannister, told reporters on Friday, or “we accept that the Northbank is finished”.',
    labels: ['framing:false-dilemma-no-choice'],
  },
  {
    quote:
      'Studies have shown, his spokesman added, that emergency repairs always end up costing more than ' +
      'replacement; he did not say which studies.',
    labels: ['sourcing:unnamed-described'],
    note: 'The spokesman has no name, the studies have no title.',
  },
  {
    quote: 'As any engineer will tell you, concrete of that age does not heal.',
    labels: ['framing:appeal-to-authority'],
  },
  {
    quote: 'If the council does nothing, the first big storm of the winter will finish what the salt began.',
    labels: ['statement:prediction'],
    note:
      'A forecast, stated flatly. The review gives the pier fifteen years with a sleeve but says nothing about ' +
      'this winter without one.',
  },
  {
    quote:
      'Readers on either bank should write to their councillor this week and ask one thing: what else is in ' +
      'the queue?',
    labels: ['statement:call-to-action'],
  },
])
