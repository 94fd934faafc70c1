import type { ReadingLabelId } from '@/lib/domain/codebook/reading'
import type { LabelWords } from '../label-words'

export const codebookStatement = {
  'verifiable-fact-claim': {
    name: 'Checkable fact',
    definition:
      'It says something about the world that evidence could show to be right or wrong, whichever of the two it turns out to be.',
    example: 'The town had 31 fires last year, twice as many as the year before.',
    counterExample: 'The town has had far too many fires.',
  },
  opinion: {
    name: 'Opinion',
    definition: 'It says what someone thinks or prefers, and another person could reasonably see it differently.',
    example: 'I find the old tram far more comfortable than the new one.',
    counterExample: 'In a survey, most passengers called the old tram more comfortable.',
  },
  'value-judgement': {
    name: 'Value judgement',
    definition: 'It measures something by what is right or wrong, fair or unfair, good or bad.',
    example: 'It is shameful to let children wait in the cold for a bus.',
    counterExample: 'The children waited 40 minutes for the bus in minus five degrees.',
  },
  prediction: {
    name: 'Prediction',
    definition: 'It says what will or may happen, so nobody can check it yet.',
    example: 'By next summer, half of these cafés will be gone.',
    counterExample:
      'On Monday the owner announced that the café will close on 1 June. (the announcement can be checked)',
  },
  'analysis-or-interpretation': {
    name: 'Analysis',
    definition: 'It explains what facts mean or how they hang together, and so says more than the facts alone show.',
    example: 'That the vote came so late suggests that the two camps no longer trust each other.',
    counterExample: 'The vote came at three in the morning, after eleven hours of debate.',
  },
  mixed: {
    name: 'Fact and opinion mixed',
    definition: 'It ties something you can check to a judgement so closely that the two cannot be marked apart.',
    example: 'The reckless loan of 40 million was signed in March.',
    counterExample: 'The loan was signed in March. I call it reckless. (can be marked apart)',
  },
  'call-to-action': {
    name: 'Call to action',
    definition: 'It asks or urges readers, or those in charge, to do something.',
    example: 'Write to your councillor before Thursday and demand a crossing.',
    counterExample: 'Two hundred people have written to the council to demand a crossing.',
  },
  'rhetorical-question-or-irony': {
    name: 'Rhetorical or ironic',
    definition:
      'The words are not meant as they stand, as with a question that wants no answer or praise that is really blame.',
    example: 'And who, of course, got to pay for this brilliant idea?',
    counterExample: 'Who paid for the new roof? The accounts give the answer.',
  },
} satisfies Record<ReadingLabelId<'statement'>, LabelWords>
