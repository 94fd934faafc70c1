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
    quote: '31,000 vehicles a day are being sent on a 44-kilometre detour around the estuary',
    labels: ['sourcing:missing-source', 'statement:verifiable-fact-claim'],
    note: 'Two precise numbers and no source for either. I ask my pupils to circle these first.',
    confidence: 'certain',
  },
  {
    quote: 'it is establishing something less comfortable: almost nothing about that crack was a surprise.',
    labels: ['statement:analysis-or-interpretation'],
  },
  {
    quote:
      'The most awkward of them is an inspection report from 2021, numbered BR-2021-118, in which the ' +
      'engineering firm Dene & Harrow rated the fourth pier “poor, deteriorating” and recommended a limit of ' +
      '18 tonnes within ninety days.',
    labels: ['sourcing:official-document-or-data', 'statement:verifiable-fact-claim'],
    sourceName: 'Inspection report BR-2021-118',
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
    quote: 'Dene & Harrow said in a written statement that it “stands by every line” of its report',
    labels: ['sourcing:organisation-statement'],
    sourceName: 'Dene & Harrow',
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
    quote: 'It is a fair question about tugs. It tells us nothing about a pier.',
    labels: ['statement:analysis-or-interpretation'],
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
    quote: 'The full text of the review runs to ninety pages',
    labels: ['sourcing:link-or-citation'],
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
    quote: 'That passage should be carved above the door of every public works department in the country.',
    labels: ['statement:value-judgement'],
  },
  {
    quote:
      'If the council borrows the full sum, fares will double, the Tern Street library will go, and a ' +
      'generation of young families will follow it.',
    labels: ['statement:prediction', 'framing:consequential-oversimplification'],
    note: 'Fares, library, families: each step needs its own evidence.',
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
    quote: 'Their grandchildren have needed six months to agree on the wording of a diversion sign.',
    labels: ['framing:exaggeration-minimisation'],
  },
  {
    quote: 'How long does it take to be ashamed?',
    labels: ['statement:rhetorical-question-or-irony'],
  },
])
