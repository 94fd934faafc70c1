'use client'

import { useField } from '@/components/form/form-context'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/input'

/** One field for a code off paper, in letters as large as they are printed. */
export function ClassCodeField({ label, hint, placeholder }: { label: string; hint: string; placeholder: string }) {
  const { error, typed } = useField('code')
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, describedBy, invalid }) => (
        <TextInput
          id={id}
          name="code"
          defaultValue={typed}
          placeholder={placeholder}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          required
          className="min-h-14 px-2 text-center font-mono !text-[22px] tracking-[0.06em] uppercase placeholder:text-soft/60 sm:!text-[26px]"
        />
      )}
    </Field>
  )
}
