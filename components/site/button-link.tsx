import Link from 'next/link'
import type { ComponentProps } from 'react'
import { buttonLook, type ButtonLook } from '@/components/ui/button'

/** A link that looks like a button, for going somewhere. */
export function ButtonLink({ variant, size, className, ...rest }: ComponentProps<typeof Link> & ButtonLook) {
  return <Link className={buttonLook({ variant, size }, className)} {...rest} />
}
