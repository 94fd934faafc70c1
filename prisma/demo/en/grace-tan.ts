import { readBy } from '../demo-reading'

export const tanEn = readBy('grace.tan@example.org', [
  {
    quote:
      'The most awkward of them is an inspection report from 2021, numbered BR-2021-118, in which the ' +
      'engineering firm Dene & Harrow rated the fourth pier “poor, deteriorating” and recommended a limit of ' +
      '18 tonnes within ninety days.',
    labels: ['sourcing:official-document-or-data'],
    sourceName: 'Inspection report BR-2021-118',
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
    quote: 'A promenade can be opened by a minister with a pair of scissors. A pier cannot.',
    labels: ['statement:opinion', 'framing:causal-oversimplification'],
    note: 'Witty, but it explains a budget by vanity alone.',
    confidence: 'fairly-sure',
  },
  {
    quote:
      'Dene & Harrow said in a written statement that it “stands by every line” of its report and that it sent ' +
      'the authority three reminders.',
    labels: ['sourcing:organisation-statement'],
    sourceName: 'Dene & Harrow',
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
      'Why, she asked a local radio station, is nobody holding an inquiry into the previous administration, ' +
      'which sold the tug fleet for a song?',
    labels: ['framing:whataboutism'],
    confidence: 'fairly-sure',
  },
  {
    quote: 'calls the authority “a cartel of clipboard cowards”',
    labels: ['framing:loaded-language'],
    confidence: 'fairly-sure',
  },
  {
    quote:
      'Its latest handbill shows a coffin drifting under the span, with the words “Next time it will be a ' +
      'school bus”.',
    labels: ['statement:prediction'],
  },
  {
    quote:
      'The Estuary Courier reported last week that the contractor hired to monitor the crack belongs to a ' +
      'cousin of Mr Pask.',
    labels: ['sourcing:other-media', 'framing:guilt-by-association'],
    sourceName: 'Estuary Courier',
    confidence: 'fairly-sure',
  },
  {
    quote:
      'A bridge does not fall because it is old. It falls because each person who could have closed it had a ' +
      'reason to wait one more week.',
    labels: ['sourcing:named-person'],
    sourceName: 'Hana Oyelaran-Reyes',
  },
  {
    quote:
      'If the council borrows the full sum, fares will double, the Tern Street library will go, and a ' +
      'generation of young families will follow it.',
    labels: ['statement:prediction'],
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
