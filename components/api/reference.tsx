import type { ReferenceGroup } from '@/lib/domain/api-reference'
import { codeSpans } from './code-spans'
import { OperationReference } from './reference-operation'

/** The whole API, group by group, in the English of its document. */
export function Reference({ groups }: { groups: ReferenceGroup[] }) {
  return groups.map(({ name, description, operations }) => (
    <section key={name} className="mt-8" aria-labelledby={`group-${name}`}>
      <h3 id={`group-${name}`} lang="en" className="font-serif font-semibold">
        {name}
      </h3>
      <p lang="en" className="mb-2 font-sans text-[13.5px] text-soft">
        {codeSpans(description)}
      </p>
      <div className="border-t border-rule">
        {operations
          .filter(({ method }) => method !== 'HEAD' && method !== 'OPTIONS')
          .map((operation) => (
            <OperationReference key={operation.id} operation={operation} />
          ))}
      </div>
    </section>
  ))
}
