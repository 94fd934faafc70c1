'use client'

import type { Editor } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/input'
import { documentLimits } from '@/lib/domain/text/document'
import { webAddress } from '@/lib/domain/web-address'

/** Asks what a picture shows and where it is; its caption is written in the text below it. */
export function FigureDialog({ editor, close }: { editor: Editor; close: () => void }) {
  const [t, common, problems] = [useTranslations('article.figure'), useTranslations('site'), useTranslations('problems')]
  const inside = editor.isActive('figure')
  const before = inside ? editor.getAttributes('figure') : {}
  const [alt, setAlt] = useState(typeof before.alt === 'string' ? before.alt : '')
  const [src, setSrc] = useState(typeof before.src === 'string' ? before.src : '')
  const [wrong, setWrong] = useState(false)
  // A dialog that opens gives the focus to its first button; this runs after it.
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const apply = (event: FormEvent) => {
    event.preventDefault()
    const address = src.trim() === '' ? null : webAddress.safeParse(src)
    if (address && !address.success) return setWrong(true)
    const attrs = { src: address?.data ?? null, alt: alt.replace(/\s+/g, ' ').trim() }
    const chain = editor.chain()
    if (inside) chain.updateAttributes('figure', attrs).run()
    else chain.insertContent({ type: 'figure', attrs }).run()
    close()
  }
  return (
    <Dialog open onClose={close} title={t('title')} closeLabel={common('close')}>
      <form onSubmit={apply} noValidate className="grid gap-4">
        <Field label={t('alt')}>
          {({ id }) => <TextInput id={id} ref={first} value={alt} maxLength={documentLimits.alt} onChange={(event) => setAlt(event.target.value)} />}
        </Field>
        <Field label={t('address')} hint={t('addressHint')} error={wrong ? problems('addressScheme') : null}>
          {({ id, describedBy, invalid }) => (
            <TextInput
              id={id}
              inputMode="url"
              placeholder="https://"
              value={src}
              onChange={(event) => setSrc(event.target.value)}
              aria-describedby={describedBy}
              aria-invalid={invalid}
            />
          )}
        </Field>
        <div>
          <Button type="submit" variant="primary">
            {t('apply')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
