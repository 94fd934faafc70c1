'use client'

import type { Editor } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/input'
import { webAddress } from '@/lib/domain/web-address'

/** Asks for the address of a link on the selected words; without a selection the address itself becomes the words. */
export function LinkDialog({ editor, close }: { editor: Editor; close: () => void }) {
  const [t, common, problems] = [useTranslations('article.link'), useTranslations('site'), useTranslations('problems')]
  const before: unknown = editor.getAttributes('link').href
  const [address, setAddress] = useState(typeof before === 'string' ? before : '')
  const [wrong, setWrong] = useState(false)
  // A dialog that opens gives the focus to its first button; this runs after it.
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const apply = (event: FormEvent) => {
    event.preventDefault()
    const parsed = webAddress.safeParse(/^[a-z]+:/i.test(address.trim()) ? address : `https://${address.trim()}`)
    if (!parsed.success) return setWrong(true)
    const chain = editor.chain().extendMarkRange('link')
    const marks = [{ type: 'link', attrs: { href: parsed.data } }]
    const bare = editor.state.selection.empty && typeof before !== 'string'
    if (bare) chain.insertContent({ type: 'text', text: parsed.data, marks }).run()
    else chain.setMark('link', { href: parsed.data }).run()
    close()
  }
  const remove = () => {
    editor.chain().extendMarkRange('link').unsetMark('link').run()
    close()
  }
  return (
    <Dialog open onClose={close} title={t('title')} closeLabel={common('close')}>
      <form onSubmit={apply} noValidate className="grid gap-4">
        <Field label={t('address')} error={wrong ? problems('addressScheme') : null}>
          {({ id, describedBy, invalid }) => (
            <TextInput
              id={id}
              inputMode="url"
              ref={first}
              placeholder="https://"
              value={address}
              onChange={(event) => setAddress(event.target.value)}
              aria-describedby={describedBy}
              aria-invalid={invalid}
            />
          )}
        </Field>
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary">
            {t('apply')}
          </Button>
          {typeof before === 'string' && <Button onClick={remove}>{t('remove')}</Button>}
        </div>
      </form>
    </Dialog>
  )
}
