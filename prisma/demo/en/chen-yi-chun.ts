import { readBy } from '../demo-reading'

export const chenEn = readBy('chen.yichun@example.org', [
  {
    quote: '31,000 vehicles a day are being sent on a 44-kilometre detour around the estuary',
    labels: ['sourcing:missing-source'],
    note: '數字很精確，但沒有交代出處。31,000 是封橋前的車流量，還是現在繞道的？',
    confidence: 'fairly-sure',
  },
  {
    quote: 'cut in half by people who preferred not to look',
    labels: ['statement:opinion', 'framing:questioning-the-reputation'],
    confidence: 'fairly-sure',
  },
  {
    quote:
      'an inspection report from 2021, numbered BR-2021-118, in which the engineering firm Dene & Harrow rated ' +
      'the fourth pier “poor, deteriorating” and recommended a limit of 18 tonnes within ninety days.',
    labels: ['sourcing:official-document-or-data', 'statement:verifiable-fact-claim'],
    sourceName: 'Dene & Harrow, BR-2021-118',
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
    quote: 'Dene & Harrow said in a written statement that it “stands by every line” of its report',
    labels: ['sourcing:organisation-statement'],
    sourceName: 'Dene & Harrow',
  },
  {
    quote: 'The authority says it can find only one.',
    labels: ['sourcing:organisation-statement'],
    sourceName: 'Roads Authority',
  },
  {
    quote: 'Both cannot be right, and it is not difficult to guess which of them has more to hide.',
    labels: ['framing:false-dilemma-no-choice'],
    note: '兩邊可能都沒說謊：信寄出了，但沒有歸檔。',
    confidence: 'unsure',
  },
  {
    quote:
      'On a wet Thursday evening this month I counted thirty-one people at the stop beside the closed ' +
      'approach. The 18.10 bus was full before it arrived, and left nine of them standing in the rain.',
    labels: ['sourcing:author-observation'],
    confidence: 'certain',
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
    quote: 'a career committee-sitter whose grasp of engineering has never troubled anyone',
    labels: ['statement:value-judgement', 'framing:name-calling-labeling'],
  },
  {
    quote:
      'Its latest handbill shows a coffin drifting under the span, with the words “Next time it will be a ' +
      'school bus”.',
    labels: ['sourcing:organisation-statement', 'framing:appeal-to-fear-prejudice'],
    sourceName: 'Open the Crossing',
  },
  {
    quote: 'Nobody has been killed on the Sallow Bridge.',
    labels: ['sourcing:missing-source', 'statement:verifiable-fact-claim'],
    note: '應可查證，調查委員會的事故紀錄裡應該有。',
  },
  {
    quote:
      'The Estuary Courier reported last week that the contractor hired to monitor the crack belongs to a ' +
      'cousin of Mr Pask.',
    labels: ['sourcing:other-media', 'statement:verifiable-fact-claim'],
    sourceName: 'Estuary Courier',
    note: '二手消息。原報導只引用一位「鄰居」。',
    confidence: 'unsure',
    evidence: [
      {
        url: 'https://example.org/estuary-courier/monitoring-contract',
        title: 'Estuary Courier on the monitoring contract',
      },
    ],
  },
  {
    quote: 'As any engineer will tell you, concrete of that age does not heal.',
    labels: ['sourcing:missing-source', 'framing:appeal-to-authority'],
    note: '文中唯一的工程師，正好是說可以修的人。',
    confidence: 'fairly-sure',
  },
  {
    quote:
      'If the council borrows the full sum, fares will double, the Tern Street library will go, and a ' +
      'generation of young families will follow it.',
    labels: ['statement:prediction', 'framing:consequential-oversimplification'],
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
