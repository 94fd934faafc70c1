import type { Label } from './codebook'

const associatedPress = 'Associated Press, News Values and Principles: anonymous sources, attribution'
const newYorkTimes = 'The New York Times (2004), Confidential News Sources policy'
const credibilityCoalition =
  'Zhang et al. (2018), A Structured Response to Misinformation: Defining and Annotating Credibility Indicators in ' +
  'News Articles, WWW Companion, doi:10.1145/3184558.3188731: citation of organizations and studies, outside experts'
const own = 'Gloss reading codebook, version 1'

/**
 * "Who says so?": from the source that is easiest to check to the one that is not there.
 *
 * The line says what a reader could do about it. Solid: somebody or something can be asked or opened; the author's own
 * observation belongs here, because the byline names the witness. Dashed: a person exists but stays hidden. Dotted: the
 * page names nobody at all, be it rightly (common knowledge) or not (source missing).
 */
export const sourcing = [
  {
    id: 'named-person', key: 'q', group: null, list: 'short', mark: 'underline-solid',
    colour: { light: '#0d6b68', dark: '#5cc9c4' }, source: associatedPress,
  },
  {
    id: 'organisation-statement', key: 'w', group: null, list: 'short', mark: 'underline-solid',
    colour: { light: '#5c9660', dark: '#a4e8a8' }, source: credibilityCoalition,
  },
  {
    id: 'official-document-or-data', key: 'e', group: null, list: 'short', mark: 'underline-solid',
    colour: { light: '#185321', dark: '#63a468' }, source: credibilityCoalition,
  },
  {
    id: 'study-or-poll', key: 'r', group: null, list: 'short', mark: 'underline-solid',
    colour: { light: '#2894ad', dark: '#84e4ff' }, source: credibilityCoalition,
  },
  {
    id: 'link-or-citation', key: 't', group: null, list: 'short', mark: 'underline-solid',
    colour: { light: '#054d5d', dark: '#26a2bf' }, source: credibilityCoalition,
  },
  {
    id: 'other-media', key: 'y', group: null, list: 'short', mark: 'underline-solid',
    colour: { light: '#407945', dark: '#89cb8d' }, source: associatedPress,
  },
  {
    id: 'social-media-post', key: 'u', group: null, list: 'short', mark: 'underline-solid',
    colour: { light: '#28998a', dark: '#77ecd9' }, source: own,
  },
  {
    id: 'unnamed-described', key: 'i', group: null, list: 'short', mark: 'underline-dashed',
    colour: { light: '#0e653f', dark: '#61b889' }, source: newYorkTimes,
  },
  {
    id: 'unnamed-bare', key: 'o', group: null, list: 'short', mark: 'underline-dashed',
    colour: { light: '#0b7d95', dark: '#5fd0ee' }, source: associatedPress,
  },
  {
    id: 'author-observation', key: 'p', group: null, list: 'short', mark: 'underline-solid',
    colour: { light: '#095b55', dark: '#30b2a6' }, source: associatedPress,
  },
  {
    id: 'common-knowledge', key: '9', group: null, list: 'short', mark: 'underline-dotted',
    colour: { light: '#19876f', dark: '#6cdabd' }, source: own,
  },
  {
    id: 'missing-source', key: '0', group: null, list: 'short', mark: 'underline-dotted',
    colour: { light: '#035f73', dark: '#3eb3d1' }, source: own,
  },
] as const satisfies readonly Label[]
