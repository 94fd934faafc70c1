import { readBy } from '../demo-reading'

export const tanEn = readBy('grace.tan@example.org', [
  {
    quote:
      'The most awkward of them is an inspection report from 2021, numbered BR-2021-118, in which the ' +
      'engineering firm Dene & Harrow rated the fourth pier “poor, deteriorating” and recommended a limit of ' +
      '18 tonnes within ninety days.',
    labels: ['sourcing:official-document-or-data'],
    sourceName: 'Dene & Harrow, report BR-2021-118',
    confidence: 'certain',
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
    labels: ['statement:value-judgement'],
  },
  {
    quote: 'A promenade can be opened by a minister with a pair of scissors. A pier cannot.',
    labels: ['statement:opinion', 'framing:causal-oversimplification'],
    note: 'Witty, but it explains a budget by vanity alone.',
    confidence: 'fairly-sure',
  },
  {
    quote:
      'The ambulance run to St Orrin’s hospital has gone from eleven minutes to thirty-eight, according to ' +
      'figures that the regional health service released in July.',
    labels: ['sourcing:organisation-statement'],
    sourceName: 'Regional health service',
  },
  {
    quote: 'House prices on the north side have collapsed.',
    labels: ['sourcing:missing-source', 'framing:exaggeration-minimisation'],
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
      'A survey of 1,204 residents by the University of Westreach in June found that 61 per cent had turned ' +
      'down work, a medical appointment or a family visit because of the detour.',
    labels: ['sourcing:study-or-poll', 'statement:verifiable-fact-claim'],
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
      'An independent review by the structural engineer Hana Oyelaran-Reyes, published on 2 September, ' +
      'estimates that the fourth pier could be sleeved in steel for 23 million and carry cars, buses and ' +
      'ambulances for another fifteen years.',
    labels: ['sourcing:named-person', 'statement:analysis-or-interpretation'],
    sourceName: 'Hana Oyelaran-Reyes',
    note: 'An estimate by an engineer, clearly labelled as one. I would trust it more with a range.',
  },
  {
    quote:
      'A bridge does not fall because it is old. It falls because each person who could have closed it had a ' +
      'reason to wait one more week.',
    labels: ['sourcing:named-person'],
    sourceName: 'Hana Oyelaran-Reyes',
  },
  {
    quote: 'If the council does nothing, the first big storm of the winter will finish what the salt began.',
    labels: ['statement:prediction', 'framing:appeal-to-fear-prejudice'],
    confidence: 'fairly-sure',
  },
  {
    quote:
      'Readers on either bank should write to their councillor this week and ask one thing: what else is in ' +
      'the queue?',
    labels: ['statement:call-to-action'],
  },
])
