import { readBy } from '../demo-reading'

export const solheimEn = readBy('ingrid.solheim@example.org', [
  {
    quote:
      'At 6.40 on the morning of 3 March, a maintenance diver named Tomas Wrede came up beneath the Sallow ' +
      'Bridge and told his supervisor that he could fit his whole arm into a crack in the fourth pier.',
    labels: ['sourcing:named-person', 'statement:verifiable-fact-claim'],
    sourceName: 'Tomas Wrede',
    note: 'Named, with a time and a place. Good opening, and we could check it.',
  },
  {
    quote:
      'The most awkward of them is an inspection report from 2021, numbered BR-2021-118, in which the ' +
      'engineering firm Dene & Harrow rated the fourth pier “poor, deteriorating” and recommended a limit of ' +
      '18 tonnes within ninety days.',
    labels: ['sourcing:official-document-or-data', 'statement:verifiable-fact-claim'],
    sourceName: 'Dene & Harrow, report BR-2021-118',
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
    note: 'One man’s sentence becomes a whole region’s habit.',
  },
  {
    quote:
      'The ambulance run to St Orrin’s hospital has gone from eleven minutes to thirty-eight, according to ' +
      'figures that the regional health service released in July.',
    labels: ['sourcing:official-document-or-data', 'statement:verifiable-fact-claim'],
    sourceName: 'Regional health service',
  },
  {
    quote: 'House prices on the north side have collapsed.',
    labels: ['sourcing:missing-source', 'framing:exaggeration-minimisation'],
    note: 'No figure, no source, and a very big verb.',
    confidence: 'certain',
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
    quote: 'No spreadsheet in the customs house will ever capture that.',
    labels: ['statement:opinion', 'framing:appeal-to-values'],
    note: 'After the story of the mother nobody will want to defend a spreadsheet.',
  },
  {
    quote:
      'A survey of 1,204 residents by the University of Westreach in June found that 61 per cent had turned ' +
      'down work, a medical appointment or a family visit because of the detour.',
    labels: ['sourcing:study-or-poll', 'statement:verifiable-fact-claim'],
    sourceName: 'University of Westreach',
  },
  {
    quote: 'It would, of course, be far lower today.',
    labels: ['statement:prediction', 'sourcing:common-knowledge'],
    note: '“Of course” is doing the work of a source here.',
  },
  {
    quote:
      'According to a senior official with knowledge of the budget talks, who asked not to be named because ' +
      'she still works for the authority, the finance committee was told in 2023 that the bridge “might not ' +
      'see the decade out”.',
    labels: ['sourcing:unnamed-described', 'statement:verifiable-fact-claim'],
    note: 'At least we learn why she is not named, and roughly where she sits.',
  },
  {
    quote: 'Sources say the minutes of that meeting were later shortened.',
    labels: ['sourcing:unnamed-bare', 'statement:verifiable-fact-claim'],
  },
  {
    quote: 'a career committee-sitter whose grasp of engineering has never troubled anyone',
    labels: ['statement:opinion', 'framing:name-calling-labeling'],
    note: 'Not one word of this bears on the bridge.',
  },
  {
    quote:
      'Why, she asked a local radio station, is nobody holding an inquiry into the previous administration, ' +
      'which sold the tug fleet for a song?',
    labels: ['statement:rhetorical-question-or-irony', 'framing:whataboutism'],
    note: 'Textbook case. I shall use it on Monday.',
    confidence: 'certain',
  },
  {
    quote: 'the closure has one cause and one cause only: greed',
    labels: ['framing:causal-oversimplification'],
  },
  {
    quote:
      'Its latest handbill shows a coffin drifting under the span, with the words “Next time it will be a ' +
      'school bus”.',
    labels: ['statement:prediction', 'framing:appeal-to-fear-prejudice'],
    note: 'The group is quoted, so is the fear theirs or the paper’s? I flag it for what it does to us.',
  },
  {
    quote:
      'Either the council finds 140 million crowns for a new crossing this winter, the transport commissioner, ' +
      'Aurel Bannister, told reporters on Friday, or “we accept that the Northbank is finished”.',
    labels: ['sourcing:named-person', 'framing:false-dilemma-no-choice'],
    sourceName: 'Aurel Bannister',
  },
  {
    quote:
      'An independent review by the structural engineer Hana Oyelaran-Reyes, published on 2 September, ' +
      'estimates that the fourth pier could be sleeved in steel for 23 million and carry cars, buses and ' +
      'ambulances for another fifteen years.',
    labels: ['sourcing:named-person', 'statement:prediction'],
    sourceName: 'Hana Oyelaran-Reyes',
  },
  {
    quote: 'calls the sleeve “a sticking plaster on a shark bite”',
    labels: ['framing:loaded-language'],
  },
  {
    quote:
      'Studies have shown, his spokesman added, that emergency repairs always end up costing more than ' +
      'replacement; he did not say which studies.',
    labels: ['sourcing:missing-source'],
    note: 'The paper itself points out the gap. Good.',
    confidence: 'certain',
  },
  {
    quote: 'If the council does nothing, the first big storm of the winter will finish what the salt began.',
    labels: ['statement:prediction', 'framing:appeal-to-fear-prejudice'],
  },
  {
    quote: 'Aldermouth cannot wait that long for honesty.',
    labels: ['framing:appeal-to-time'],
  },
  {
    quote:
      'Readers on either bank should write to their councillor this week and ask one thing: what else is in ' +
      'the queue?',
    labels: ['statement:call-to-action'],
    confidence: 'certain',
  },
  {
    quote: 'How long does it take to be ashamed?',
    labels: ['statement:rhetorical-question-or-irony'],
  },
])
