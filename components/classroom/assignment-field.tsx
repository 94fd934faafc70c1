'use client'

import type { ComponentProps, ReactNode } from 'react'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/input'

/** A one-line field of the assignment's form. */
export function AssignmentField(
  props: { label: ReactNode; hint?: ReactNode; error: string | null; value: string; change: (value: string) => void } & Omit<ComponentProps<'input'>, 'id' | 'value' | 'onChange'>,
) {
  const { label, hint, error, change, ...rest } = props
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, describedBy, invalid }) => (
        <TextInput {...rest} id={id} aria-describedby={describedBy} aria-invalid={invalid || undefined} onChange={(event) => change(event.target.value)} />
      )}
    </Field>
  )
}
