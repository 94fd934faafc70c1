'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { FormAction } from '@/lib/actions/form-state'
import { ClassForm } from './class-form'

/** A button that asks once more, in a sentence, before it does what it says. */
export function AssignmentAsk(props: {
  action: FormAction
  hidden: Record<string, string>
  label: string
  title: string
  primary?: boolean
  small?: boolean
  disabled?: boolean
  describedBy?: string
  /** What has to come to an end first, in a sentence: until then nothing can be sent. */
  waiting?: string | null
  /** Called as it begins to ask. */
  onAsk?: () => void
  children: ReactNode
}) {
  const site = useTranslations('site')
  const [open, setOpen] = useState(false)
  const ask = () => {
    if (props.disabled) return
    props.onAsk?.()
    setOpen(true)
  }
  return (
    <>
      <Button
        variant={props.primary ? 'primary' : 'plain'}
        size={props.small ? 'small' : 'normal'}
        aria-disabled={props.disabled || undefined}
        aria-describedby={props.describedBy}
        className={props.disabled ? 'cursor-not-allowed opacity-55' : ''}
        onClick={ask}
      >
        {props.label}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={props.title} closeLabel={site('close')}>
        <div className="grid gap-2 text-[15px]">{props.children}</div>
        {props.waiting && <p role="status">{props.waiting}</p>}
        {open && !props.waiting && <ClassForm action={props.action} hidden={props.hidden} submit={props.label} onDone={() => setOpen(false)} />}
      </Dialog>
    </>
  )
}
