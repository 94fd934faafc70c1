import { useTranslations } from 'next-intl'
import type { Row, RowKind } from '@/lib/domain/text/compare'
import { DiffPieces } from './diff-pieces'

const signs: Record<RowKind, string> = {
  same: '', changed: '±', removed: '−', added: '+', joined: '⤴', split: '¶', 'moved-from': '↷', 'moved-to': '↶',
}
const plainToo: readonly RowKind[] = ['moved-from', 'moved-to', 'joined', 'split']

type Props = { row: Row; language: string; side: boolean }

/** One paragraph of a comparison: what became of it as a sign and in words, and its text, merged or in two columns. */
export function DiffRow({ row, language, side }: Props) {
  const t = useTranslations('revisions')
  const { kind, old, next, pieces } = row
  const moved = kind === 'moved-from' || kind === 'moved-to'
  const words = t(`row.${kind}`)
  return (
    <div className="diff-row" data-kind={kind} data-side={side || undefined} id={moved ? placeOf(kind, old, next) : undefined}>
      <p className="diff-sign">
        <span aria-hidden="true">{signs[kind]}</span>
        <span className="sr-only">{words}</span>
      </p>
      {side ? (
        <>
          <Text language={language}>{hasOld(kind) && <DiffPieces pieces={pieces} reading="old" />}</Text>
          <Text language={language}>{hasNext(kind) && <DiffPieces pieces={pieces} reading="next" />}</Text>
        </>
      ) : (
        <Text language={language}>
          <DiffPieces pieces={pieces} reading="inline" />
        </Text>
      )}
      {plainToo.includes(kind) && (
        <p className={`col-start-2 mt-0.5 text-[13px] text-soft ${side && !hasOld(kind) ? 'sm:col-start-3' : ''}`}>
          {words}
          {moved && (
            <>
              {' · '}
              <a href={`#${placeOf(kind === 'moved-from' ? 'moved-to' : 'moved-from', old, next)}`} className="underline">
                {t(kind === 'moved-from' ? 'row.whereTo' : 'row.whereFrom')}
              </a>
            </>
          )}
        </p>
      )}
    </div>
  )
}

const placeOf = (kind: RowKind, old: number | null, next: number | null) => (kind === 'moved-from' ? `from-${old}` : `to-${next}`)
const hasOld = (kind: RowKind) => kind !== 'added' && kind !== 'split' && kind !== 'moved-to'
const hasNext = (kind: RowKind) => kind !== 'removed' && kind !== 'joined' && kind !== 'moved-from'

function Text({ language, children }: { language: string; children: React.ReactNode }) {
  return (
    <div lang={language} dir="auto" className="diff-text">
      {children}
    </div>
  )
}
