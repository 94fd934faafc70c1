import { readBy } from '../demo-reading'

export const guEn = readBy('gu.xiaotong@example.org', [
  {
    quote:
      'The most awkward of them is an inspection report from 2021, numbered BR-2021-118, in which the ' +
      'engineering firm Dene & Harrow rated the fourth pier “poor, deteriorating” and recommended a limit of ' +
      '18 tonnes within ninety days.',
    labels: ['sourcing:official-document-or-data'],
    sourceName: 'BR-2021-118 号检测报告',
  },
  {
    quote: 'It is hard to imagine a sentence that better describes how public safety is managed in this region.',
    labels: ['statement:opinion', 'framing:loaded-language'],
    note: '观点写成了事实的语气。',
    confidence: 'certain',
  },
  {
    quote: 'House prices on the north side have collapsed.',
    labels: ['sourcing:missing-source'],
    note: '没有任何来源。',
    confidence: 'certain',
  },
  {
    quote:
      'A survey of 1,204 residents by the University of Westreach in June found that 61 per cent had turned ' +
      'down work, a medical appointment or a family visit because of the detour.',
    labels: ['sourcing:study-or-poll'],
    sourceName: '韦斯特里奇大学',
  },
  {
    quote:
      'Ms Penhallow, a career committee-sitter whose grasp of engineering has never troubled anyone, would ' +
      'rather talk about something else.',
    labels: ['framing:name-calling-labeling', 'statement:opinion'],
    note: '人身攻击。',
    confidence: 'certain',
  },
  {
    quote:
      'Its latest handbill shows a coffin drifting under the span, with the words “Next time it will be a ' +
      'school bus”.',
    labels: ['framing:appeal-to-fear-prejudice', 'statement:prediction'],
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
