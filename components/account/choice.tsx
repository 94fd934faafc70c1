'use client'

import type { ReactNode } from 'react'
import { useField } from '@/components/form/form-context'

/**
 * A box or a circle to tick in an account form. It stays as it was chosen when the form comes back; `otherwise` is what the
 * form says of an unticked box, so that its absence can mean something else.
 */
export function Choice(props: { type: 'checkbox' | 'radio'; name: string; value: string; otherwise?: string; ticked?: boolean; children: ReactNode }) {
  const { type, name, value, otherwise, ticked = false, children } = props
  const { typed } = useField(name)
  return (
    <label className="flex min-h-6 items-center gap-2 text-[14px]">
      {otherwise && <input type="hidden" name={name} value={otherwise} />}
      <input type={type} name={name} value={value} defaultChecked={typed === undefined ? ticked : typed === value} />
      {children}
    </label>
  )
}
