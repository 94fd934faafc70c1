import type { ComponentProps } from 'react'

type Variant = 'primary' | 'plain' | 'quiet' | 'warn' | 'danger'
export type ButtonLook = { variant?: Variant; size?: 'normal' | 'small' }

const base =
  'inline-flex items-center justify-center gap-2 rounded-md border text-center font-medium no-underline ' +
  'disabled:opacity-55 disabled:cursor-not-allowed transition-colors duration-150'
const variants: Record<Variant, string> = {
  primary: 'border-transparent bg-ink text-paper hover:opacity-90',
  plain: 'border-line bg-sheet text-ink hover:bg-paper',
  quiet: 'border-transparent bg-transparent text-ink underline-offset-4 hover:underline',
  warn: 'border-transparent bg-transparent text-danger underline-offset-4 hover:underline',
  danger: 'border-danger bg-transparent text-danger hover:bg-danger hover:text-paper',
}
const sizes = { normal: 'min-h-10 px-4 py-1.5 text-[15px]', small: 'min-h-8 px-2.5 py-0.5 text-[13.5px]' }

/** The classes of a button, for a link that looks like one. */
export const buttonLook = ({ variant = 'plain', size = 'normal' }: ButtonLook, className = '') =>
  `${base} ${variants[variant]} ${sizes[size]} ${className}`

/** A button of one of five weights; `type` is `button` unless said otherwise. */
export function Button({ variant, size, className, type = 'button', ...rest }: ComponentProps<'button'> & ButtonLook) {
  return <button type={type} className={buttonLook({ variant, size }, className)} {...rest} />
}
