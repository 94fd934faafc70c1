'use client'

import type { ComponentProps } from 'react'
import { Field } from '@/components/ui/field'
import { useField } from './form-context'

/** A field of a form with whatever is wrong with it, which the form around knows by its name. */
export function NamedField({ name, ...rest }: { name: string } & Omit<ComponentProps<typeof Field>, 'error'>) {
  return <Field {...rest} error={useField(name).error} />
}
