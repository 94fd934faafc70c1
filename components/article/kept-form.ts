import { openBeginning } from '@/components/kept/beginning'
import { blankDetails, type DetailsText } from './details-fields'

/** A new article as far as it is typed. A chosen file cannot be kept: browsers forget it. */
export const ways = ['paste', 'upload', 'address'] as const
export type NewArticleText = {
  way: (typeof ways)[number]
  format: '' | 'markdown' | 'html' | 'text'
  body: string
  /** Where to fetch it from. */
  address: string
  details: DetailsText
}

export const blankArticle: NewArticleText = { way: 'paste', format: '', body: '', address: '', details: blankDetails }

export const openKeptForm = () => openBeginning('new-article', 'form', shaped)

/** A form in which nothing stands is not worth keeping. */
export const saysNothing = ({ body, address, details }: NewArticleText) =>
  body === '' && address === '' && Object.entries(details).every(([name, value]) => value === blankDetails[name as keyof DetailsText])

function shaped(value: unknown): NewArticleText | null {
  if (typeof value !== 'object' || value === null || !('body' in value) || !('details' in value)) return null
  const { way, format, body, address, details } = value as Partial<NewArticleText>
  if (typeof body !== 'string' || typeof details !== 'object') return null
  const texts = Object.entries(details).filter((pair) => pair[0] in blankDetails && typeof pair[1] === 'string')
  return {
    way: ways.find((each) => each === way) ?? 'paste',
    format: format === 'markdown' || format === 'html' || format === 'text' ? format : '',
    body,
    address: typeof address === 'string' ? address : '',
    details: { ...blankDetails, ...Object.fromEntries(texts) },
  }
}
