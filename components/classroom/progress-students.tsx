import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page'
import type { ProgressLine, ProgressPoint } from '@/lib/domain/classroom/progress'

const cell = 'py-2 pr-4 align-middle'
const spark = { width: 96, height: 24 } as const

/** A line for each student over the assignments: what they reached, or how far they came. A cell leads to the work. */
export function ProgressStudents({ points, lines }: { points: readonly ProgressPoint[]; lines: readonly ProgressLine[] }) {
  const [t, all, format] = [useTranslations('progress.students'), useTranslations('progress'), useFormatter()]
  const percent = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 0 })
  const sections = lines.some(({ section }) => section !== null)
  if (lines.length === 0) return <Section title={t('title')}><p className="text-soft">{t('empty')}</p></Section>
  const told = ({ marks }: ProgressLine) =>
    marks.map(({ state, f1 }, i) => all('value', { number: i + 1, value: f1 === null ? t(`states.${state}`) : percent(f1) })).join('; ')
  return (
    <Section title={t('title')} note={t('note')}>
      <div role="region" aria-label={t('caption')} tabIndex={0} className="relative scroll-hint overflow-x-auto">
        <table className="min-w-full text-[14.5px]">
          <caption className="sr-only">{t('caption')}</caption>
          <thead className="text-left text-[13px] text-soft">
            <tr className="border-b border-rule align-bottom">
              <th scope="col" className="py-2 pr-4 font-normal">{t('columns.name')}</th>
              {sections && <th scope="col" className="py-2 pr-4 font-normal">{t('columns.section')}</th>}
              <th scope="col" className="py-2 pr-4 font-normal">{t('columns.course')}</th>
              <th scope="col" className="py-2 pr-4 font-normal">{t('columns.handedIn')}</th>
              <th scope="col" className="py-2 pr-4 text-right font-normal">{t('columns.f1')}</th>
              {points.map(({ id, title }, i) => (
                <th key={id} scope="col" className="py-2 pr-4 text-right font-normal tabular-nums">
                  <span aria-hidden="true" title={title}>{format.number(i + 1)}</span>
                  <span className="sr-only">{t('assignment', { number: i + 1, title })}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id} className="border-b border-rule">
                <th scope="row" className={`${cell} min-w-28 text-left font-medium wrap-anywhere`}>{line.name}</th>
                {sections && <td className={`${cell} text-soft`}>{line.section}</td>}
                <td className={cell}><Spark line={line} label={t('course', { values: told(line) })} /></td>
                <td className={`${cell} whitespace-nowrap tabular-nums`}>{t('turnout', { handedIn: line.handedIn, count: points.length })}</td>
                <td className={`${cell} text-right tabular-nums`}>{line.f1 === null ? <span className="text-soft">–</span> : percent(line.f1)}</td>
                {line.marks.map(({ state, f1 }, i) => (
                  <td key={points[i]!.id} className={`${cell} text-right whitespace-nowrap tabular-nums`}>
                    {state === 'not-started' ? (
                      <span className="text-soft"><span aria-hidden="true">–</span><span className="sr-only">{t('states.not-started')}</span></span>
                    ) : (
                      <Link href={`/assignments/${points[i]!.id}/work/${line.id}`} prefetch={false} className="inline-block min-h-6 min-w-6 underline underline-offset-2">
                        {f1 === null ? t(`states.${state}`) : percent(f1)}
                      </Link>
                    )}
                    {state === 'late' && f1 !== null && <span className="block text-[12.5px] text-soft">{t('late')}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

function Spark({ line: { marks }, label }: { line: ProgressLine; label: string }) {
  const step = (spark.width - 8) / Math.max(1, marks.length - 1)
  const points = marks.map(({ f1 }, i) => (f1 === null ? null : { x: 4 + i * step, y: spark.height - 4 - f1 * (spark.height - 8) }))
  return (
    <svg role="img" aria-label={label} width={spark.width} height={spark.height} className="block">
      <line x1="0" x2={spark.width} y1={spark.height - 4} y2={spark.height - 4} className="stroke-rule" />
      {points.map((point, i) => {
        const before = points[i - 1]
        return point && before && <line key={i} x1={before.x} y1={before.y} x2={point.x} y2={point.y} className="stroke-accent" strokeWidth="1.5" />
      })}
      {points.map((point, i) => point && <circle key={i} cx={point.x} cy={point.y} r="2.25" className="fill-accent" />)}
    </svg>
  )
}
