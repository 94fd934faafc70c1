import type { Piece, PieceKind } from '@/lib/domain/text/compare-lines'

/** Which pieces are read where: one text shows what went on in another paragraph there, not here. */
const shown = {
  inline: ['kept', 'removed', 'added', 'left', 'arrived', 'continued'],
  old: ['kept', 'removed', 'left', 'carried'],
  next: ['kept', 'added', 'arrived', 'continued'],
} satisfies Record<string, PieceKind[]>

export type Reading = keyof typeof shown

/** A paragraph in pieces, each with the sign of what became of it. */
export function DiffPieces({ pieces, reading }: { pieces: readonly Piece[]; reading: Reading }) {
  const kinds: readonly PieceKind[] = shown[reading]
  return pieces.map(({ kind, text }, i) => {
    if (!kinds.includes(kind)) return null
    if (kind === 'added' || kind === 'arrived') {
      return (
        <ins key={i} className={`diff-${kind}`}>
          {text}
        </ins>
      )
    }
    if (kind === 'removed' || kind === 'left') {
      return (
        <del key={i} className={`diff-${kind}`}>
          {text}
        </del>
      )
    }
    return <span key={i}>{text}</span>
  })
}
