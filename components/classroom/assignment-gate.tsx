'use client'

import { useTranslations } from 'next-intl'
import { gates, type Gate } from '@/lib/domain/classroom/gate'
import { AssignmentField } from './assignment-field'

type Props = {
  gate: Gate
  flags: string
  change: (part: { gate?: Gate; gateFlags?: string }) => void
  error: string | null
}

/** When students see each other's work: a sentence for each choice. */
export function AssignmentGate({ gate, flags, change, error }: Props) {
  const [t, words] = [useTranslations('assignment.form'), useTranslations('assignment.gates')]
  return (
    <fieldset>
      <legend className="sr-only">{t('gate')}</legend>
      <div className="divide-y divide-rule border-y border-rule">
        {gates.map((each) => (
          <label key={each} className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-3 py-2.5">
            <input type="radio" name="gate" checked={gate === each} onChange={() => change({ gate: each })} className="size-4 translate-y-0.5 accent-ink" />
            <span>
              <span className="text-[15px]">{words(`${each}.name`)}</span> <span className="block text-[13.5px] text-soft">{words(`${each}.text`)}</span>
            </span>
          </label>
        ))}
      </div>
      {gate === 'own-flags' && (
        <div className="mt-4 max-w-[220px]">
          <AssignmentField
            label={t('gateFlags')} error={error} inputMode="numeric" autoComplete="off"
            value={flags} change={(gateFlags) => change({ gateFlags })}
          />
        </div>
      )}
    </fieldset>
  )
}
