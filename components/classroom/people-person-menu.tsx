'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { changeMember, removeMember, resetSignInCode } from '@/lib/actions/class-people'
import { printedCode } from '@/lib/domain/classroom/code'
import type { Person } from '@/lib/server/class-people'
import { ClassForm } from './class-form'
import { ClassPlaceFields } from './class-place-fields'
import { StudentErasure } from './student-erasure'

type Props = { classId: string; person: Person; sections: { id: string; name: string }[] }

/** What can be done with somebody in a class: another role or section, a new sign-in code, leaving. */
export function PersonMenu({ classId, person, sections }: Props) {
  const [t, site] = [useTranslations('classroom.people'), useTranslations('site')]
  const [open, setOpen] = useState(false)
  const { id: userId, name } = person
  const hidden = { classId, userId }
  const close = () => setOpen(false)
  return (
    <>
      <Button size="small" aria-label={t('changeThat', { name })} onClick={() => setOpen(true)}>
        {t('change')}
      </Button>
      <Dialog open={open} onClose={close} title={name} closeLabel={site('close')}>
        {open && (
          <div className="grid gap-6 text-left">
            {(!person.kept || sections.length > 0) && (
              <ClassForm action={changeMember} submit={t('save')} fields={['role', 'sectionId']} hidden={hidden} onDone={close}>
                <ClassPlaceFields role={person.role} sectionId={person.section?.id ?? ''} sections={sections} fixed={person.kept} />
              </ClassForm>
            )}
            {person.managed && (
              <Part title={t('newCode')} text={t('newCodeText', { name })}>
                <ClassForm
                  action={resetSignInCode}
                  submit={t('newCodeNow')}
                  hidden={hidden}
                  look={{ variant: 'plain' }}
                  done={({ code }) => (
                    <>
                      <p>{t('codeOf', { name })}</p>
                      <p className="my-1 font-mono text-[22px] tracking-wide">{printedCode(String(code))}</p>
                      <p className="text-soft">{t('codeOnce')}</p>
                    </>
                  )}
                />
              </Part>
            )}
            <Part title={t('remove')} text={t(person.managed ? 'removeKept' : 'removeText', { name })}>
              <ClassForm action={removeMember} submit={t('removeNow', { name })} hidden={hidden} look={{ variant: 'danger' }} onDone={close} />
            </Part>
            {person.managed && (
              <Part title={t('erase')}>
                <StudentErasure classId={classId} userId={userId} name={name} label={t('eraseOut', { name })} onDone={close} />
              </Part>
            )}
          </div>
        )}
      </Dialog>
    </>
  )
}

function Part({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <section className="grid gap-3 border-t border-rule pt-5">
      <div>
        <h3 className="font-semibold">{title}</h3>
        {text && <p className="text-[14px] text-soft">{text}</p>}
      </div>
      {children}
    </section>
  )
}
