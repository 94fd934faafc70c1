import type { Label } from './codebook'

/** The published name of the technique and where it was published. */
const semEval = (technique: string) =>
  `${technique}, in Piskorski et al. (2023), SemEval-2023 Task 3: Detecting the Category, the Framing, and the ` +
  'Persuasion Techniques in Online News in a Multi-lingual Setup'

/**
 * "How am I being moved?": the 23 persuasion techniques of SemEval-2023 Task 3 with their six groups. The eight that
 * readers new to it meet most often are the short list; Shift and a key reach the others. Tones go by group: berry for
 * wording, pink to purple for attacks, violet for justification, indigo for distraction, rose for simplification, red
 * for calls.
 */
export const framing = [
  {
    id: 'loaded-language', key: 'a', group: 'manipulative-wording', list: 'short', mark: 'wavy',
    colour: { light: '#9b2c63', dark: '#f08bbb' }, source: semEval('Loaded_Language'),
  },
  {
    id: 'name-calling-labeling', key: 's', group: 'attack-on-reputation', list: 'short', mark: 'wavy',
    colour: { light: '#c65f9f', dark: '#fec4e4' }, source: semEval('Name_Calling-Labeling'),
  },
  {
    id: 'exaggeration-minimisation', key: 'd', group: 'manipulative-wording', list: 'short', mark: 'wavy',
    colour: { light: '#791051', dark: '#cc6f9f' }, source: semEval('Exaggeration-Minimisation'),
  },
  {
    id: 'appeal-to-fear-prejudice', key: 'f', group: 'justification', list: 'short', mark: 'wavy',
    colour: { light: '#9355b0', dark: '#e1a8fd' }, source: semEval('Appeal_to_Fear-Prejudice'),
  },
  {
    id: 'false-dilemma-no-choice', key: 'g', group: 'simplification', list: 'short', mark: 'wavy',
    colour: { light: '#b6425a', dark: '#fe9fac' }, source: semEval('False_Dilemma-No_Choice'),
  },
  {
    id: 'causal-oversimplification', key: 'h', group: 'simplification', list: 'short', mark: 'wavy',
    colour: { light: '#8d1a3a', dark: '#e07888' }, source: semEval('Causal_Oversimplification'),
  },
  {
    id: 'whataboutism', key: 'j', group: 'distraction', list: 'short', mark: 'wavy',
    colour: { light: '#6241a1', dark: '#ae94ef' }, source: semEval('Whataboutism'),
  },
  {
    id: 'doubt', key: 'k', group: 'attack-on-reputation', list: 'short', mark: 'wavy',
    colour: { light: '#ac4a8c', dark: '#fca0da' }, source: semEval('Doubt'),
  },
  {
    id: 'guilt-by-association', key: 'A', group: 'attack-on-reputation', list: 'more', mark: 'wavy',
    colour: { light: '#7e2976', dark: '#ce80c3' }, source: semEval('Guilt_by_Association'),
  },
  {
    id: 'appeal-to-hypocrisy', key: 'S', group: 'attack-on-reputation', list: 'more', mark: 'wavy',
    colour: { light: '#99428f', dark: '#e898dd' }, source: semEval('Appeal_to_Hypocrisy'),
  },
  {
    id: 'questioning-the-reputation', key: 'D', group: 'attack-on-reputation', list: 'more', mark: 'wavy',
    colour: { light: '#b45ca9', dark: '#feb3f3' }, source: semEval('Questioning_the_Reputation'),
  },
  {
    id: 'flag-waving', key: 'F', group: 'justification', list: 'more', mark: 'wavy',
    colour: { light: '#61227b', dark: '#af79ca' }, source: semEval('Flag_Waving'),
  },
  {
    id: 'appeal-to-authority', key: 'G', group: 'justification', list: 'more', mark: 'wavy',
    colour: { light: '#7f3e97', dark: '#cd93e5' }, source: semEval('Appeal_to_Authority'),
  },
  {
    id: 'appeal-to-popularity', key: 'H', group: 'justification', list: 'more', mark: 'wavy',
    colour: { light: '#a667c4', dark: '#eac3fe' }, source: semEval('Appeal_to_Popularity'),
  },
  {
    id: 'appeal-to-values', key: 'J', group: 'justification', list: 'more', mark: 'wavy',
    colour: { light: '#6f318a', dark: '#bd86d8' }, source: semEval('Appeal_to_Values'),
  },
  {
    id: 'straw-man', key: 'K', group: 'distraction', list: 'more', mark: 'wavy',
    colour: { light: '#7352b5', dark: '#bfa7fd' }, source: semEval('Straw_Man'),
  },
  {
    id: 'red-herring', key: 'L', group: 'distraction', list: 'more', mark: 'wavy',
    colour: { light: '#553292', dark: '#a087e0' }, source: semEval('Red_Herring'),
  },
  {
    id: 'consequential-oversimplification', key: 'Z', group: 'simplification', list: 'more', mark: 'wavy',
    colour: { light: '#c6516c', dark: '#ffb6c1' }, source: semEval('Consequential_Oversimplification'),
  },
  {
    id: 'slogans', key: 'X', group: 'call', list: 'more', mark: 'wavy',
    colour: { light: '#a33133', dark: '#f58b85' }, source: semEval('Slogans'),
  },
  {
    id: 'conversation-killer', key: 'C', group: 'call', list: 'more', mark: 'wavy',
    colour: { light: '#830b18', dark: '#d66f6a' }, source: semEval('Conversation_Killer'),
  },
  {
    id: 'appeal-to-time', key: 'V', group: 'call', list: 'more', mark: 'wavy',
    colour: { light: '#d55f5b', dark: '#fec8c4' }, source: semEval('Appeal_to_Time'),
  },
  {
    id: 'obfuscation-vagueness-confusion', key: 'B', group: 'manipulative-wording', list: 'more', mark: 'wavy',
    colour: { light: '#8a225c', dark: '#dc7caa' }, source: semEval('Obfuscation-Vagueness-Confusion'),
  },
  {
    id: 'repetition', key: 'N', group: 'manipulative-wording', list: 'more', mark: 'wavy',
    colour: { light: '#ac4071', dark: '#fc97bf' }, source: semEval('Repetition'),
  },
] as const satisfies readonly Label[]
