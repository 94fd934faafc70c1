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
    sourceName: 'Inspection report BR-2021-118',
    note: 'Numbered, so anyone can ask for it. This is what good sourcing looks like.',
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
    quote: '“We did not ignore it,” Mr Pask told the inquiry. “We placed it in a queue.”',
    labels: ['sourcing:named-person'],
    sourceName: 'Leonard Pask',
  },
  {
    quote: 'nobody has explained why.',
    labels: ['framing:obfuscation-vagueness-confusion'],
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
    note: 'The paper explains the anonymity. I would still want a second source.',
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
    quote:
      'Its latest handbill shows a coffin drifting under the span, with the words “Next time it will be a ' +
      'school bus”.',
    labels: ['framing:appeal-to-fear-prejudice'],
  },
  {
    quote: 'If there is nothing in the story, one wonders why nobody at the authority seems in any hurry to deny it.',
    labels: ['framing:doubt'],
    note: 'Silence treated as evidence.',
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
    quote:
      'If the council borrows the full sum, fares will double, the Tern Street library will go, and a ' +
      'generation of young families will follow it.',
    labels: ['statement:prediction'],
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
