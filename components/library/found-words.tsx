import { foundPieces } from '@/lib/domain/text/found-words'

const mark = 'bg-transparent text-ink underline decoration-2 underline-offset-3 forced-colors:bg-[Mark] forced-colors:text-[MarkText]'

/** A text with what was searched for in it marked. */
export function FoundWords({ text, terms }: { text: string; terms: readonly string[] }) {
  return foundPieces(text, terms).map(({ text: piece, found }, at) => (found ? <mark key={at} className={mark}>{piece}</mark> : piece))
}
