import { useId, type ReactNode } from 'react'

type Slots = { id: string; describedBy: string | undefined; invalid: boolean }

/**
 * A labelled form field: label, control, hint and error, tied together for screen readers. `children` receives the ids
 * that its control must carry.
 */
export function Field(props: {
  label: ReactNode
  hint?: ReactNode
  error?: string | null
  note?: ReactNode
  children: (slots: Slots) => ReactNode
}) {
  const id = useId()
  const hint = props.hint ? `${id}-hint` : undefined
  const note = props.note ? `${id}-note` : undefined
  const error = props.error ? `${id}-error` : undefined
  return (
    <div className="grid gap-1.5">
      <div className="flex items-baseline justify-between gap-3 text-sm">
        <label htmlFor={id} className="font-medium">
          {props.label}
        </label>
        {note && (
          <span id={note} className="text-[13px] text-soft">
            {props.note}
          </span>
        )}
      </div>
      {props.children({ id, describedBy: [error, note, hint].filter(Boolean).join(' ') || undefined, invalid: Boolean(error) })}
      {props.error && (
        <p id={error} className="text-sm text-danger">
          {props.error}
        </p>
      )}
      {props.hint && (
        <p id={hint} className="text-[13px] text-soft">
          {props.hint}
        </p>
      )}
    </div>
  )
}
