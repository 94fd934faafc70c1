import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { sendKept } from '@/components/annotation/send-kept'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { forgetOwner } from './owner'
import { unsavedOf, type Unsaved } from './unsaved'

type Props = { owner: string; found: Unsaved; leave: () => void; close: () => void }

/** Says what is in this browser only, and asks what is to become of it before somebody signs out. */
export default function SignOutAsk({ owner, found, leave, close }: Props) {
  const [t, site] = [useTranslations('site.leave'), useTranslations('site')]
  const [unsaved, setUnsaved] = useState(found)
  const [state, setState] = useState<'asking' | 'sending' | 'left'>('asking')
  const send = async () => {
    setState('sending')
    await sendKept(owner)
    const left = unsavedOf(owner)
    if (!left) return leave()
    setUnsaved(left)
    setState('left')
  }
  const abandon = () => {
    forgetOwner(owner)
    leave()
  }
  return (
    <Dialog open onClose={close} title={t('title')} closeLabel={site('close')}>
      <div role="status" className="grid gap-2">
        {state === 'left' && <p className="text-danger">{t('left')}</p>}
        <ul className="list-disc pl-5">
          {(['flags', 'notes', 'texts'] as const).map((kind) => unsaved[kind] > 0 && <li key={kind}>{t(kind, { count: unsaved[kind] })}</li>)}
        </ul>
      </div>
      <p className="text-soft">{t('text')}</p>
      <div className="flex flex-wrap gap-3">
        {unsaved.flags + unsaved.notes > 0 && (
          <Button variant="primary" aria-busy={state === 'sending'} onClick={() => state !== 'sending' && void send()}>
            {t(state === 'sending' ? 'sending' : 'send')}
          </Button>
        )}
        <Button variant="danger" onClick={abandon}>
          {t('delete')}
        </Button>
        <Button onClick={close}>{site('cancel')}</Button>
      </div>
    </Dialog>
  )
}
