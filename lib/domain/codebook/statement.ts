import type { Label } from './codebook'

const pew = 'Pew Research Center (2018), Distinguishing Between Factual and Opinion Statements in the News'
const fullFact =
  'Konstantinovskiy et al. (2018), Towards Automated Factchecking: Developing an Annotation Schema and Benchmark for ' +
  'Consistent Automated Claim Detection, arXiv:1809.08193: prediction'
const babe =
  'Spinde et al. (2021), Neural Media Bias Detection Using Distant Supervision With BABE, Findings of EMNLP: ' +
  'somewhat factual but also opinionated'
const claimBuster =
  'Arslan et al. (2020), A Benchmark Dataset of Check-worthy Factual Claims, arXiv:2004.14425: non-factual sentence'
const own = 'Gloss reading codebook, version 1'

/**
 * "Fact or opinion?". The cool tint promises that all of the passage can be checked, so it is kept for the claim of
 * fact alone; a mixed passage is warm, since the reader must still take the judgement out of it.
 */
export const statement = [
  {
    id: 'verifiable-fact-claim', key: '1', group: null, list: 'short', mark: 'tint-cool',
    colour: { light: '#2b62b8', dark: '#8db6ff' }, source: pew,
  },
  {
    id: 'opinion', key: '2', group: null, list: 'short', mark: 'tint-warm',
    colour: { light: '#a8620c', dark: '#f0b35a' }, source: pew,
  },
  {
    id: 'value-judgement', key: '3', group: null, list: 'short', mark: 'tint-warm',
    colour: { light: '#722d00', dark: '#d27649' }, source: pew,
  },
  {
    id: 'prediction', key: '4', group: null, list: 'short', mark: 'tint-warm',
    colour: { light: '#9e8901', dark: '#eed86d' }, source: fullFact,
  },
  {
    id: 'analysis-or-interpretation', key: '5', group: null, list: 'short', mark: 'tint-warm',
    colour: { light: '#5b4f04', dark: '#b29c29' }, source: own,
  },
  {
    id: 'mixed', key: '6', group: null, list: 'short', mark: 'tint-warm',
    colour: { light: '#bd7840', dark: '#fad3ae' }, source: babe,
  },
  {
    id: 'call-to-action', key: '7', group: null, list: 'short', mark: 'tint-warm',
    colour: { light: '#8d4602', dark: '#e99255' }, source: own,
  },
  {
    id: 'rhetorical-question-or-irony', key: '8', group: null, list: 'short', mark: 'tint-warm',
    colour: { light: '#7e6d01', dark: '#d1bc4f' }, source: claimBuster,
  },
] as const satisfies readonly Label[]
