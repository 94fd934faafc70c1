'use client'

import { useTranslations } from 'next-intl'
import { ActionForm, type ActionFormProps } from '@/components/form/action-form'

/** A form of the classroom. */
export function ClassForm(props: Omit<ActionFormProps, 'wait'>) {
  return <ActionForm {...props} wait={useTranslations('classroom')('wait')} />
}
