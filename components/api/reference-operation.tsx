import { useTranslations } from 'next-intl'
import type { ReferenceOperation } from '@/lib/domain/api-reference'
import { CodeBlock } from './code-block'
import { codeSpans } from './code-spans'
import { FieldList } from './field-list'

/** One request of the API, folded: its line says what it is, the rest is behind it. */
export function OperationReference({ operation }: { operation: ReferenceOperation }) {
  const t = useTranslations('developers')
  const { id, method, path, summary, description, scope, parameters, body, answers, answer } = operation
  return (
    <details id={id} className="group scroll-mt-16 border-b border-rule">
      <summary className="grid cursor-pointer list-none grid-cols-[4.5rem_minmax(0,1fr)_auto] items-baseline gap-x-3 py-2.5 hover:bg-sheet [&::-webkit-details-marker]:hidden">
        <span lang="en" className="font-mono text-[13px] font-semibold text-accent">
          {method}
        </span>
        <span lang="en" className="min-w-0 font-sans">
          <span className="font-mono text-[13.5px] wrap-anywhere">{path}</span>
          <span className="block text-[13.5px] text-soft">{summary}</span>
        </span>
        <span aria-hidden="true" className="text-soft transition-transform group-open:rotate-90 motion-reduce:transition-none">
          ›
        </span>
      </summary>
      <div className="grid gap-5 pt-1 pb-7 sm:pl-[5.25rem]">
        <div className="grid gap-1">
          {description && (
            <p lang="en" className="font-sans text-[15px]">
              {codeSpans(description)}
            </p>
          )}
          <p className="text-[13.5px] text-soft">{scope === null ? t('noToken') : t('scope', { scope })}</p>
        </div>
        <FieldList title={t('parameters')} fields={parameters} />
        {body && <FieldList title={`${t('body')} · ${body.types.join(', ')}`} fields={body.fields} />}
        {body && body.example !== null && <CodeBlock label={`${t('body')} · ${summary}`}>{JSON.stringify(body.example, null, 2)}</CodeBlock>}
        <FieldList title={t('answer')} fields={answer} />
        <div>
          <h4 className="text-[13px] font-semibold text-soft">{t('answers')}</h4>
          <dl lang="en" className="mt-1 grid font-sans grid-cols-[3rem_minmax(0,1fr)] gap-y-0.5 text-[13.5px]">
            {answers.map(({ status, description, types }) => (
              <div key={status} className="col-span-2 grid grid-cols-subgrid">
                <dt className="font-mono text-[13px]">{status}</dt>
                <dd className="text-soft">
                  {codeSpans(description)}
                  {status.startsWith('2') && types.length > 0 && <span className="font-mono text-[12.5px] wrap-anywhere"> {types.join(', ')}</span>}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
    </details>
  )
}
