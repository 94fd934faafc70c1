import { useTranslations } from 'next-intl'

/** More dots than this are not counted by eye any more; the number beside them is. */
const most = 12

/** Votes as dots, filled for a label and hollow for "nothing to flag", with their number. */
export function VoteDots({ count, colour, hollow }: { count: number; colour: string; hollow: boolean }) {
  const t = useTranslations('summary.parted')
  return (
    <span className="flex items-baseline justify-end gap-2 text-right">
      <span aria-hidden="true" className="tracking-[2px]" style={{ color: colour }}>
        {(hollow ? '○' : '●').repeat(Math.min(count, most))}
      </span>
      <span aria-hidden="true" className="min-w-[1.2em] tabular-nums">
        {count}
      </span>
      <span className="sr-only">{t('votes', { count })}</span>
    </span>
  )
}
