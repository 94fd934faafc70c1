'use client'

import type { ComponentProps, ReactNode } from 'react'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/input'
import { useField } from '@/components/form/form-context'

/** A one-line field of an account form, with what is wrong with it. */
export function TextField(
  props: { name: string; label: ReactNode; hint?: ReactNode } & Omit<ComponentProps<'input'>, 'name' | 'id'>,
) {
  const { label, hint, defaultValue, ...rest } = props
  const { error, typed } = useField(props.name)
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, describedBy, invalid }) => (
        <TextInput
          {...rest}
          id={id}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          defaultValue={typed ?? defaultValue}
        />
      )}
    </Field>
  )
}
