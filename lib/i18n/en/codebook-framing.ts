import type { ReadingLabelId } from '@/lib/domain/codebook/reading'
import type { LabelWords } from '../label-words'

export const codebookFraming = {
  'loaded-language': {
    name: 'Loaded language',
    definition: 'It picks words with a strong emotional charge where calm words would say the same thing.',
    example: 'The council butchered the school’s budget.',
    counterExample: 'The council cut the school’s budget by 12 per cent.',
  },
  'name-calling-labeling': {
    name: 'Name-calling',
    definition: 'It pins a tag on a person or group that makes readers like or despise them, in place of an argument.',
    example: 'These park-bench prophets want to take our cars away.',
    counterExample: 'The residents’ group wants to keep cars off the square.',
  },
  'exaggeration-minimisation': {
    name: 'Exaggerated or minimised',
    definition: 'It makes something look much bigger or much smaller than it is.',
    example: 'A drop of oil, a mere 9,000 litres, and everyone panics.',
    counterExample: 'At 9,000 litres the spill was among the smaller ones this year, the port’s register shows.',
  },
  'appeal-to-fear-prejudice': {
    name: 'Fear or prejudice',
    definition: 'It wins support by frightening readers or by leaning on a dislike they already have of some group.',
    example: 'Once this hostel opens, no girl will dare to walk home at night.',
    counterExample: 'In the hostel’s first month, police recorded nine thefts in the streets around it.',
  },
  'false-dilemma-no-choice': {
    name: 'False choice',
    definition: 'It pretends that there are only two ways out, or just one, although there are more.',
    example: 'Either we build the motorway or this valley dies.',
    counterExample: 'Two bids arrived in time, and the council must choose one of them.',
  },
  'causal-oversimplification': {
    name: 'Oversimplified cause',
    definition: 'It blames a single cause for something that has several.',
    example: 'Exam marks fell for one reason only: phones.',
    counterExample: 'The report names phones, a lack of teachers and late buses as reasons for the lower marks.',
  },
  whataboutism: {
    name: 'Whataboutism',
    definition: 'Instead of answering a complaint, it changes the subject to some other wrong done by the other side.',
    example: 'You complain about late trains, but what about the harbour scandal under your mayor?',
    counterExample: 'Trains ran late on 40 days under this mayor and on 38 under the last one.',
  },
  doubt: {
    name: 'Casting doubt',
    definition: 'It questions whether someone is honest or able without offering any evidence.',
    example: 'Can a man who has never even run a shop really be trusted with a budget?',
    counterExample: 'The auditor questioned the figures because three invoices were missing.',
  },
  'guilt-by-association': {
    name: 'Guilt by association',
    definition: 'It makes someone look bad by tying them to a person, group or event that readers already dislike.',
    example: 'Her plan was cheered by the same crowd that smashed windows last year.',
    counterExample: 'A court found her guilty of smashing windows last year.',
  },
  'appeal-to-hypocrisy': {
    name: 'Charge of hypocrisy',
    definition: 'It brushes criticism aside by saying that the critic does the same thing.',
    example: 'She scolds us for flying, yet how did she get to her own holiday?',
    counterExample: 'The inspector found the same fault in the critic’s kitchen and fined both owners.',
  },
  'questioning-the-reputation': {
    name: 'Attack on character',
    definition: 'It attacks someone’s character or past so that nothing they say seems worth hearing.',
    example: 'He has failed at everything he ever touched, so spare us his views on schools.',
    counterExample: 'Two of the four figures in his speech on schools were wrong.',
  },
  'flag-waving': {
    name: 'Flag-waving',
    definition: 'It leans on pride in a country, a region or a group to make an idea look right.',
    example: 'A true islander backs the new stadium.',
    counterExample: 'On Sunday the island’s flag was raised over the new stadium.',
  },
  'appeal-to-authority': {
    name: 'Appeal to authority',
    definition: 'It treats something as true just because an important or famous person says so.',
    example: 'A prize-winning physicist drinks this tea every day, so it must be healthy.',
    counterExample: 'A kidney doctor explained which trials the advice on tea is based on.',
  },
  'appeal-to-popularity': {
    name: 'Appeal to popularity',
    definition: 'It claims that something is right because many people do it or believe it.',
    example: 'Nine million people cannot be wrong, so switch today.',
    counterExample: 'Nine million customers have switched since January, the operators report.',
  },
  'appeal-to-values': {
    name: 'Appeal to values',
    definition: 'It ties an idea to a value that readers hold dear, as if that alone proved the idea right.',
    example: 'Anyone who loves freedom will want wider roads.',
    counterExample: 'The court ruled that the ban violated the freedom of assembly.',
  },
  'straw-man': {
    name: 'Straw man',
    definition: 'It argues against a twisted version of what the other side said, because that one is easier to beat.',
    example: 'They want a speed limit by the school; in other words, they want to forbid driving.',
    counterExample: 'They want a limit of 30 by the school, and we think that 40 is safe enough.',
  },
  'red-herring': {
    name: 'Red herring',
    definition: 'It brings up something that has nothing to do with the matter, so that readers lose sight of it.',
    example: 'The water may be brown, but have you seen how lovely the new fountain looks at night?',
    counterExample: 'The water is brown because the new fountain shares the old pipe.',
  },
  'consequential-oversimplification': {
    name: 'Slippery slope',
    definition: 'It warns that one step will lead to a chain of ever worse ones without showing why it should.',
    example: 'First they close a lane, then the street, and in the end nobody will be allowed to drive.',
    counterExample: 'After one lane was closed in spring, traffic in the next street rose by a fifth.',
  },
  slogans: {
    name: 'Slogan',
    definition: 'It uses a short, catchy phrase that works on the feelings and gives no reasons.',
    example: 'Our river, our right!',
    counterExample: 'The group wants fishing rights to go back to the villages.',
  },
  'conversation-killer': {
    name: 'Conversation killer',
    definition: 'It uses a phrase that shuts the discussion down instead of adding to it.',
    example: 'That is just how the world works, and there is nothing more to say.',
    counterExample: 'The chair closed the discussion at ten, as the rules require.',
  },
  'appeal-to-time': {
    name: 'Appeal to time',
    definition: 'It makes the moment itself the reason to act without showing why it has to be now.',
    example: 'The hour has come, and tomorrow will be too late.',
    counterExample: 'Applications close on Friday at noon.',
  },
  'obfuscation-vagueness-confusion': {
    name: 'Vague or confusing',
    definition: 'It is so unclear that readers must guess what is meant, and that suits the writer.',
    example: 'Certain adjustments to the staffing situation may need to be looked at going forward.',
    counterExample: 'The amendment replaces “shall” with “may” in section 4, paragraph 2. (technical, but exact)',
  },
  repetition: {
    name: 'Repetition',
    definition: 'It says the same thing again and again so that it sticks in the mind.',
    example: 'They knew about the leak. They knew in May. They knew, and they said nothing.',
    counterExample: 'The leak was found in May, reported in June and repaired in July.',
  },
} satisfies Record<ReadingLabelId<'framing'>, LabelWords>
