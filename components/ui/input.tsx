import type { ComponentProps } from 'react'

const box =
  'w-full rounded-md border border-line bg-sheet px-3 text-ink placeholder:text-soft aria-invalid:border-danger ' +
  'disabled:opacity-60'

/** A one-line text field; 16 px so that phones do not zoom in. */
export function TextInput({ className = '', ...rest }: ComponentProps<'input'>) {
  return <input className={`${box} min-h-10 text-base ${className}`} {...rest} />
}

/** A field for text of several lines. */
export function TextArea({ className = '', ...rest }: ComponentProps<'textarea'>) {
  return <textarea className={`${box} py-2 text-base leading-relaxed ${className}`} {...rest} />
}

/** A choice from a short list, by the browser's own control. */
export function Select({ className = '', ...rest }: ComponentProps<'select'>) {
  return <select className={`${box} min-h-10 text-base ${className}`} {...rest} />
}
