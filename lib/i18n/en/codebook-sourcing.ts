import type { ReadingLabelId } from '@/lib/domain/codebook/reading'
import type { LabelWords } from '../label-words'

export const codebookSourcing = {
  'named-person': {
    name: 'Named person',
    definition:
      'The text gives the name of the person who said, did or saw this, so you could look them up or ask them.',
    example: '“The bridge was shaking before the train came,” said Mara Lindqvist, who drives the early bus.',
    counterExample: '“The bridge was shaking,” said a woman at the bus stop. (no name)',
  },
  'organisation-statement': {
    name: 'Organisation statement',
    definition: 'An organisation, company or office speaks as a whole, and the text says which one it is.',
    example: 'The Harbour Loaders’ Union said in a press release that the talks had broken down.',
    counterExample: 'Labour groups are said to be unhappy with the talks.',
  },
  'official-document-or-data': {
    name: 'Official record or data',
    definition:
      'The information comes from a law, court ruling, register, budget or statistic that a public body has published.',
    example: 'According to the city’s published budget, 14 million goes to the flood wall.',
    counterExample: 'The mayor guessed that the flood wall would cost about 14 million.',
  },
  'study-or-poll': {
    name: 'Study or poll',
    definition: 'The text relies on research or a survey and says who carried it out, so that you could find it.',
    example: 'In a survey of 1,204 pupils by Norhaven University, six in ten slept less than seven hours.',
    counterExample: 'Studies show that teenagers sleep too little.',
  },
  'link-or-citation': {
    name: 'Link or citation',
    definition:
      'The text gives a link, footnote or title that leads straight to the place where the information was published.',
    example: 'The full minutes are in the council archive, item 7 (linked below).',
    counterExample: 'There is plenty about this online for anyone who cares to look.',
  },
  'other-media': {
    name: 'Another news outlet',
    definition:
      'The text passes on what another newspaper, channel or news site reported, without having found it out itself.',
    example: 'The factory will close in May, the Eastmoor Gazette reported on Tuesday.',
    counterExample: 'The factory will close in May, its director, Jonas Brandvik, told this newspaper.',
  },
  'social-media-post': {
    name: 'Social media post',
    definition:
      'The information comes from a post, comment or video that one particular account put on a social network.',
    example: 'On her public account the goalkeeper wrote: “My knee is fine, see you Saturday.”',
    counterExample: 'The internet is full of rumours about the goalkeeper’s knee.',
  },
  'unnamed-described': {
    name: 'Unnamed but described',
    definition: 'The person is not named, but the text says enough about them to show why they would know.',
    example: 'A nurse who worked on the ward that night said that two alarms had been switched off.',
    counterExample: 'A source said that two alarms had been switched off.',
  },
  'unnamed-bare': {
    name: 'Unnamed, no details',
    definition:
      'Somebody is supposed to have said it, but the text does not tell you who that is or how they would know.',
    example: 'Insiders say the minister will be gone by Friday.',
    counterExample: 'Two of the minister’s own staff, who asked not to be named, say she will be gone by Friday.',
  },
  'author-observation': {
    name: 'Author’s observation',
    definition: 'The writer was there and tells what he or she saw, heard or measured.',
    example: 'When I arrived at six, water was already running over the second step.',
    counterExample: 'That morning the whole village felt forgotten. (a feeling nobody can see)',
  },
  'common-knowledge': {
    name: 'Common knowledge',
    definition: 'Almost everybody knows it or could look it up in a moment, so no source is needed.',
    example: 'February is the shortest month of the year.',
    counterExample: 'As everyone knows, cyclists cause most accidents.',
  },
  'missing-source': {
    name: 'Source missing',
    definition: 'The text claims something that needs a source and gives none at all.',
    example: 'Four out of five shops in the old town will not survive the winter.',
    counterExample: 'Four out of five shops fear for the winter, a poll by the old town’s traders’ association found.',
  },
} satisfies Record<ReadingLabelId<'sourcing'>, LabelWords>
