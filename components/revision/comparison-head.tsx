import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Row, RowKind } from '@/lib/domain/text/compare'
import type { ComparisonView } from '@/lib/server/comparison'
import { CarriedLine } from './carried-line'
import { ChooseRevisions } from './choose-revisions'
import { revisionsAddress } from './revision-address'

type Props = { slug: string; current: number; comparison: ComparisonView; side: boolean }

/** The figures of a comparison and the ways to another: what changed, what became of the flags, how it is shown. */
export function ComparisonHead({ slug, current, comparison, side }: Props) {
  const t = useTranslations('revisions.compare')
  const { rows, carried, linesOnly } = comparison
  const [from, to] = [comparison.from.number, comparison.to.number]
  return (
    <div className="mb-5 grid gap-4">
      <p className="text-[15px] tabular-nums">
        {t('sum', {
          changed: count(rows, 'changed'),
          added: count(rows, 'added'),
          removed: count(rows, 'removed'),
          moved: count(rows, 'moved-to'),
        })}
        <br />
        <span className="text-soft">
          <CarriedLine carried={carried} />
        </span>
      </p>
      {linesOnly && <p className="max-w-[42em] text-[14px]">{t('linesOnly')}</p>}
      <div className="flex flex-wrap items-end justify-between gap-4">
        <ChooseRevisions slug={slug} current={current} from={from} to={to} view={side ? 'side' : undefined} />
        <nav aria-label={t('views')} className="flex gap-4 text-[14px]">
          <Way href={revisionsAddress(slug, { from, to })} chosen={!side}>
            {t('inline')}
          </Way>
          <Way href={revisionsAddress(slug, { from, to, view: 'side' })} chosen={side}>
            {t('side')}
          </Way>
        </nav>
      </div>
    </div>
  )
}

function Way({ href, chosen, children }: { href: string; chosen: boolean; children: string }) {
  const look = chosen ? 'border-ink font-semibold' : 'border-transparent text-soft hover:text-ink'
  return (
    <Link href={href} aria-current={chosen ? 'page' : undefined} className={`border-b-2 py-1 no-underline ${look}`}>
      {children}
    </Link>
  )
}

const count = (rows: readonly Row[], kind: RowKind) => rows.filter((row) => row.kind === kind).length
