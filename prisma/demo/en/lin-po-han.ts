import { readBy } from '../demo-reading'

export const linEn = readBy('lin.pohan@example.org', [
  {
    quote:
      'At 6.40 on the morning of 3 March, a maintenance diver named Tomas Wrede came up beneath the Sallow ' +
      'Bridge and told his supervisor that he could fit his whole arm into a crack in the fourth pier.',
    labels: ['sourcing:named-person', 'statement:verifiable-fact-claim'],
    sourceName: 'Tomas Wrede',
  },
  {
    quote: 'Aldermouth has learned how quickly a city can be cut in half by people who preferred not to look',
    labels: ['statement:opinion', 'framing:loaded-language'],
    note: '「preferred not to look」是在猜別人的心思吧。',
  },
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
    labels: ['sourcing:study-or-poll'],
    sourceName: 'University of Westreach',
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
    quote:
      'Either the council finds 140 million crowns for a new crossing this winter, the transport commissioner, ' +
      'Aurel Bannister, told reporters on Friday, or “we accept that the Northbank is finished”.',
    labels: ['sourcing:named-person', 'framing:false-dilemma-no-choice'],
    sourceName: 'Aurel Bannister',
    note: '下一段馬上就說還有別的選擇，所以記者也知道這是假的二選一。',
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
  },
  {
    quote:
      'If the council borrows the full sum, fares will double, the Tern Street library will go, and a ' +
      'generation of young families will follow it.',
    labels: ['statement:prediction', 'framing:appeal-to-fear-prejudice'],
  },
])
