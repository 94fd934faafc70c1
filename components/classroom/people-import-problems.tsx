'use client'

import { useTranslations } from 'next-intl'
import { useProblemText } from '@/components/site/problem-text'
import { Notice } from '@/components/ui/notice'
import type { Problem } from '@/lib/domain/problem'

const fields = ['name', 'email', 'section'] as const

/** What is wrong with a class list, line by line. */
export function PeopleImportProblems({ problems }: { problems: readonly Problem[] }) {
  const [t, text] = [useTranslations('classroom.roster'), useProblemText()]
  const lines = problems.map((problem) => ({ problem, place: /^line (\d+)(?:\.(\w+))?$/.exec(problem.path) }))
  const bad = lines.filter(({ place }) => place)
  const lineOf = (place: RegExpExecArray) => {
    const field = fields.find((each) => each === place[2])
    return field ? t('lineField', { line: Number(place[1]), field: t(`fields.${field}`) }) : t('line', { line: Number(place[1]) })
  }
  return (
    <Notice tone="error">
      {bad.length > 0 && <p className="font-medium">{t('wrong', { count: new Set(bad.map(({ place }) => place![1])).size })}</p>}
      <ul className="grid gap-1">
        {lines.map(({ problem, place }, i) => (
          <li key={i}>
            {place && <strong className="font-semibold">{lineOf(place)}: </strong>}
            {text(problem)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
