import { readBy } from '../demo-reading'

export const guEn = readBy('gu.xiaotong@example.org', [
  {
    quote:
      'The most awkward of them is an inspection report from 2021, numbered BR-2021-118, in which the ' +
      'engineering firm Dene & Harrow rated the fourth pier “poor, deteriorating” and recommended a limit of ' +
      '18 tonnes within ninety days.',
    labels: ['sourcing:official-document-or-data'],
    sourceName: 'Dene & Harrow, report BR-2021-118',
  },
  {
    quote: 'It is hard to imagine a sentence that better describes how public safety is managed in this region.',
    labels: ['statement:opinion', 'framing:loaded-language'],
    note: '观点写成了事实的语气。',
    confidence: 'certain',
  },
  {
    quote:
      'The ambulance run to St Orrin’s hospital has gone from eleven minutes to thirty-eight, according to ' +
      'figures that the regional health service released in July.',
    labels: ['sourcing:official-document-or-data'],
    sourceName: 'Regional health service',
  },
  {
    quote:
      'According to a senior official with knowledge of the budget talks, who asked not to be named because ' +
      'she still works for the authority, the finance committee was told in 2023 that the bridge “might not ' +
      'see the decade out”.',
    labels: ['sourcing:unnamed-described', 'statement:prediction'],
  },
  {
    quote: 'Sources say the minutes of that meeting were later shortened.',
    labels: ['sourcing:unnamed-bare'],
    note: '谁说的？几个人？看过原件吗？',
    confidence: 'certain',
  },
  {
    quote: 'one wonders why nobody at the authority seems in any hurry to deny it.',
    labels: ['framing:doubt'],
  },
  {
    quote: 'If the council does nothing, the first big storm of the winter will finish what the salt began.',
    labels: ['framing:appeal-to-fear-prejudice', 'statement:prediction'],
    note: '这是恐吓，还是合理的预警？我拿不准。',
    confidence: 'unsure',
  },
  {
    quote:
      'Readers on either bank should write to their councillor this week and ask one thing: what else is in ' +
      'the queue?',
    labels: ['statement:call-to-action'],
  },
])
