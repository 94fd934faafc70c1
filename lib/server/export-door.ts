import 'server-only'
import type { Format } from '@/lib/domain/formats/exchange'
import { formatAccepted, formatOut, formatsOut } from '@/lib/domain/formats/registry'
import { refuse } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import type { Locale } from '@/lib/i18n/locales'
import { absentAnswer } from './absent-answer'
import { downloadName } from './download-name'
import { exportWordsIn } from './export-words'
import { readLayerExport } from './exports'
import { answerRefused, taggedText } from './http'
import { streamOf } from './stream-of'

/**
 * Hands out a layer as a file: in the form that `?format=` names, else in one that the `Accept` header takes; 406 where
 * there is none. The file travels in pieces as it is written. `locale` is the language of what is for people.
 */
export async function exportLayer(viewer: Viewer, request: Request, layerId: string, locale: Locale): Promise<Response> {
  const wished = new URL(request.url).searchParams.get('format')
  const format = wished === null ? formatAccepted(request.headers.get('accept') ?? '*/*') : formatOut(wished)
  const read = await readLayerExport(viewer, layerId)
  if (!read) return absentAnswer(viewer, { layerId })
  if (!format) return answerRefused(refuse('notAcceptable', 'format', { types: formatsOut.map(({ name }) => name).join(', ') }).problems)
  const words = await exportWordsIn(locale)
  return taggedText(request, `${read.tag}-${format.name}-${locale}`, () => streamOf(format.serialize(read.set, words)), {
    'content-type': contentTypeOf(format),
    'content-disposition': downloadName(read.set.article.title, format),
    vary: 'Accept, Accept-Language, Cookie, Authorization',
  })
}

const contentTypeOf = ({ mediaType, name }: Format) =>
  name === 'w3c' ? `${mediaType}; profile="http://www.w3.org/ns/anno.jsonld"` : mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType
