'use client'

import { useEffect, useRef } from 'react'
import { useField } from '@/components/form/form-context'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/input'
import { codeLengths, formerSignInLength, printedCode, readCode } from '@/lib/domain/classroom/code'

type Props = { label: string; hint: string; placeholder: string; fromAddress?: boolean }

/**
 * One field for a code off paper, in letters as large as they are printed. A camera that read it from there brings it after
 * the `#` of the address (`fromAddress`), which no server is told.
 */
export function ClassCodeField({ label, hint, placeholder, fromAddress = false }: Props) {
  const { error, typed } = useField('code')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const code = fromAddress ? readCode(decodedHash(), codeLengths.signIn, formerSignInLength) : null
    if (code && input.current && input.current.value === '') input.current.value = printedCode(code)
  }, [fromAddress])
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, describedBy, invalid }) => (
        <TextInput
          ref={input}
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

function decodedHash(): string {
  try {
    return decodeURIComponent(location.hash.slice(1))
  } catch (error) {
    if (error instanceof URIError) return ''
    throw error
  }
}
