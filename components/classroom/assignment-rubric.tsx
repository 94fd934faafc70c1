'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Select, TextInput } from '@/components/ui/input'
import { assignmentLimits, criterion } from '@/lib/domain/classroom/assignment'
import type { RubricLine } from './assignment-draft'

type Props = { lines: readonly RubricLine[]; change: (lines: readonly RubricLine[]) => void; errorAt: (path: string) => string | null }

const measures = criterion.shape.measure.options

/** What the points are for, line by line, and what proposes each line's share. */
export function AssignmentRubric({ lines, change, errorAt }: Props) {
  const t = useTranslations('assignment.form')
  const set = (key: string, part: Partial<RubricLine>) => change(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
  return (
    <fieldset className="grid gap-3">
      <legend className="text-sm font-medium">{t('rubric')}</legend>
      <p className="text-[13px] text-soft">{t('rubricHint')}</p>
      {lines.map(({ key, words, points, measure }, i) => {
        const [wordsWrong, pointsWrong] = [errorAt(`rubric.${i}.words`), errorAt(`rubric.${i}.points`)]
        return (
          <div key={key} className="grid gap-2 border-b border-rule pb-3 sm:grid-cols-[minmax(0,1fr)_6em_18em_auto] sm:border-0 sm:pb-0">
            <TextInput
              aria-label={t('wordsOf', { number: i + 1 })} placeholder={t('words')} value={words} aria-invalid={wordsWrong !== null || undefined}
              onChange={(event) => set(key, { words: event.target.value })}
            />
            <TextInput
              aria-label={t('pointsOf', { number: i + 1 })} inputMode="decimal" autoComplete="off"
              value={points} aria-invalid={pointsWrong !== null || undefined} onChange={(event) => set(key, { points: event.target.value })}
            />
            <Select
              aria-label={t('measureOf', { number: i + 1 })} value={measure}
              onChange={(event) => set(key, { measure: measures.find((each) => each === event.target.value) ?? measure })}
            >
              {measures.map((each) => (
                <option key={each} value={each}>
                  {t(`measures.${each}`)}
                </option>
              ))}
            </Select>
            <Button variant="quiet" className="justify-self-end" aria-label={t('removeLine', { number: i + 1 })} onClick={() => change(lines.filter((line) => line.key !== key))}>
              <span aria-hidden="true">✕</span>
            </Button>
            {(wordsWrong ?? pointsWrong) && <p className="text-sm text-danger sm:col-span-4">{wordsWrong ?? pointsWrong}</p>}
          </div>
        )
      })}
      {lines.length < assignmentLimits.criteria && (
        <div>
          <Button size="small" onClick={() => change([...lines, { key: crypto.randomUUID(), words: '', points: '5', measure: 'by-hand' }])}>
            {t('addLine')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
