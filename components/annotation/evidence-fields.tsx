import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/input'
import { removeAndFocus } from '@/components/ui/remove-and-focus'
import { limits } from '@/lib/domain/annotation'

type Link = { url: string; title: string }
type Props = {
  evidence: readonly Link[]
  change: (evidence: Link[]) => void
  problemAt: (path: string) => string | null
}

/** Any number of links that support what an annotation says, each with an address and a title. */
export function EvidenceFields({ evidence, change, problemAt }: Props) {
  const t = useTranslations('reader')
  // Only a row that was just added takes the focus, not one that is there when the form opens.
  const [added, setAdded] = useState(-1)
  const edit = (at: number, part: Partial<Link>) => change(evidence.map((link, i) => (i === at ? { ...link, ...part } : link)))
  const add = () => {
    setAdded(evidence.length)
    change([...evidence, { url: '', title: '' }])
  }
  const remove = (at: number, button: HTMLElement) => {
    const rows = button.closest('fieldset')?.querySelectorAll<HTMLElement>('[data-removes-link]') ?? []
    setAdded(-1)
    // Rows are told apart by their place, so that the last button is the one that goes.
    const next = rows[Math.min(at, rows.length - 2)] ?? button.closest('fieldset')?.querySelector<HTMLElement>(':scope > button')
    removeAndFocus(() => change(evidence.filter((_, other) => other !== at)), [next])
  }
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-sm font-medium">{t('form.evidence')}</legend>
      {evidence.map((link, i) => {
        const problem = problemAt(`evidence.${i}`)
        return (
          <div key={i} className="grid gap-1">
            <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-2 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)_auto]">
              <TextInput
                type="url"
                inputMode="url"
                aria-label={t('form.address', { number: i + 1 })}
                aria-invalid={problem ? true : undefined}
                placeholder="https://"
                value={link.url}
                onChange={(event) => edit(i, { url: event.target.value })}
                autoFocus={i === added}
              />
              <TextInput
                aria-label={t('form.title', { number: i + 1 })}
                placeholder={t('form.titleHint')}
                value={link.title}
                onChange={(event) => edit(i, { title: event.target.value })}
                className="col-start-1 sm:col-start-auto"
              />
              <button
                type="button"
                aria-label={t('form.removeLink', { number: i + 1 })}
                onClick={(event) => remove(i, event.currentTarget)}
                data-removes-link
                className="col-start-2 row-start-1 grid size-10 place-items-center rounded-md text-soft hover:text-ink sm:col-start-auto sm:row-start-auto"
              >
                <span aria-hidden="true">✕</span>
              </button>
            </div>
            {problem && (
              <p role="alert" className="text-sm text-danger">
                {problem}
              </p>
            )}
          </div>
        )
      })}
      {evidence.length < limits.evidence && (
        <Button size="small" variant="quiet" className="w-fit !px-0" onClick={add}>
          + {t('form.addLink')}
        </Button>
      )}
    </fieldset>
  )
}
