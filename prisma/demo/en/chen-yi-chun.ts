import { readBy } from '../demo-reading'

export const chenEn = readBy('chen.yichun@example.org', [
  {
    quote: '31,000 vehicles a day are being sent on a 44-kilometre detour around the estuary',
    labels: ['sourcing:missing-source'],
    note: '數字很精確，但沒有交代出處。31,000 是封橋前的車流量，還是現在繞道的？',
    confidence: 'fairly-sure',
  },
  {
    quote:
      'an inspection report from 2021, numbered BR-2021-118, in which the engineering firm Dene & Harrow rated ' +
      'the fourth pier “poor, deteriorating” and recommended a limit of 18 tonnes within ninety days.',
    labels: ['sourcing:official-document-or-data', 'statement:verifiable-fact-claim'],
    sourceName: 'Dene & Harrow, report BR-2021-118',
    note: '查過調查委員會公布的清單，文號和評等都對得上。',
    confidence: 'certain',
    evidence: [
      {
        url: 'https://example.org/sallow-bridge/inquiry/br-2021-118',
        title: 'Inspection report BR-2021-118',
      },
    ],
  },
  {
    quote:
      'According to the Roads Authority’s own traffic counts, an average of 1,460 lorries above that weight ' +
      'crossed the bridge every working day for the next four and a half years.',
    labels: ['sourcing:official-document-or-data', 'statement:verifiable-fact-claim'],
    sourceName: 'Roads Authority',
    confidence: 'fairly-sure',
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
    quote: 'Both cannot be right, and it is not difficult to guess which of them has more to hide.',
    labels: ['framing:false-dilemma-no-choice'],
    note: '兩邊可能都沒說謊：信寄出了，但沒有歸檔。',
    confidence: 'unsure',
  },
  {
    quote:
      'The ambulance run to St Orrin’s hospital has gone from eleven minutes to thirty-eight, according to ' +
      'figures that the regional health service released in July.',
    labels: ['sourcing:official-document-or-data', 'statement:verifiable-fact-claim'],
    sourceName: 'Regional health service',
    confidence: 'certain',
    evidence: [
      {
        url: 'https://example.org/westreach-health/response-times-july',
        title: 'Response times, July 2026',
      },
    ],
  },
  {
    quote: 'House prices on the north side have collapsed.',
    labels: ['sourcing:missing-source', 'statement:verifiable-fact-claim'],
    note: '「崩盤」要有數字。我找得到的最近一季只到六月。',
    confidence: 'unsure',
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
    confidence: 'certain',
    evidence: [{ url: 'https://example.org/westreach/northbank-survey', title: 'Northbank survey, June 2026' }],
  },
  {
    quote:
      'According to a senior official with knowledge of the budget talks, who asked not to be named because ' +
      'she still works for the authority, the finance committee was told in 2023 that the bridge “might not ' +
      'see the decade out”.',
    labels: ['sourcing:unnamed-described', 'statement:verifiable-fact-claim'],
    confidence: 'unsure',
  },
  {
    quote: 'Sources say the minutes of that meeting were later shortened.',
    labels: ['sourcing:unnamed-bare', 'statement:verifiable-fact-claim'],
    note: '「Sources say」等於沒說。而這是全文最嚴重的指控之一。',
    confidence: 'certain',
  },
  {
    quote:
      '“There was no warning and there were no scissors,” she wrote on Tuesday evening in a post that has been ' +
      'shared more than four thousand times.',
    labels: ['sourcing:social-media-post'],
    sourceName: 'Rhoda Penhallow',
  },
  {
    quote:
      'Its latest handbill shows a coffin drifting under the span, with the words “Next time it will be a ' +
      'school bus”.',
    labels: ['sourcing:organisation-statement', 'framing:appeal-to-fear-prejudice'],
    sourceName: 'Open the Crossing',
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
    labels: ['sourcing:study-or-poll', 'statement:verifiable-fact-claim'],
    sourceName: 'Hana Oyelaran-Reyes',
    evidence: [
      {
        url: 'https://example.org/sallow-bridge/independent-review',
        title: 'Independent review, 2 September 2026',
      },
    ],
  },
  {
    quote: 'The full text of the review runs to ninety pages',
    labels: ['sourcing:link-or-citation'],
    confidence: 'certain',
  },
  {
    quote:
      'Studies have shown, his spokesman added, that emergency repairs always end up costing more than ' +
      'replacement; he did not say which studies.',
    labels: ['sourcing:missing-source'],
  },
  {
    quote: 'As any engineer will tell you, concrete of that age does not heal.',
    labels: ['sourcing:missing-source', 'framing:appeal-to-authority'],
    note: '文中唯一的工程師，正好是說可以修的人。',
    confidence: 'fairly-sure',
  },
  {
    quote: 'If the council does nothing, the first big storm of the winter will finish what the salt began.',
    labels: ['statement:prediction', 'framing:appeal-to-fear-prejudice'],
  },
  {
    quote:
      'Readers on either bank should write to their councillor this week and ask one thing: what else is in ' +
      'the queue?',
    labels: ['statement:call-to-action'],
    confidence: 'certain',
  },
])
