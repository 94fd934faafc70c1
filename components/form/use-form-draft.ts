import { useEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react'
import { keptVersions } from '@/components/kept/versions'
import { formDraft, type Shown } from './form-draft'
import type { Fields } from './fields'

/**
 * Keeps what is typed into a form under a key, and puts it back when the form is opened again: after a reload, a closed
 * window, a way there and back. Without a key nothing is kept.
 */
export function useFormDraft(form: RefObject<HTMLFormElement | null>, key: string | undefined) {
  const [shown, setShown] = useState<Shown | null>(null)
  const draft = useRef<ReturnType<typeof formDraft> | null>(null)
  useEffect(() => {
    const element = form.current
    if (key === undefined || !element) return
    const open = formDraft(element, key, setShown)
    draft.current = open
    for (const event of ['input', 'change']) element.addEventListener(event, open.changed)
    window.addEventListener('pagehide', open.flush)
    document.addEventListener('visibilitychange', open.flush)
    open.restore(0)
    return () => {
      for (const event of ['input', 'change']) element.removeEventListener(event, open.changed)
      window.removeEventListener('pagehide', open.flush)
      document.removeEventListener('visibilitychange', open.flush)
      open.flush()
      draft.current = null
    }
  }, [form, key])
  return {
    shown,
    showNext: () => shown && draft.current?.restore((shown.index + 1) % shown.of),
    /** The fields as they were before they were changed, in JSON, as the server is told them; null where nothing is kept. */
    before: (): string | null => (draft.current ? JSON.stringify(draft.current.before()) : null),
    /** Somebody else changed this field meanwhile, and the person has been told. */
    told: (name: string) => draft.current?.told(name),
    /** The server has what stood in these fields. */
    saved: (sent: Fields) => draft.current?.saved(sent),
    discard: () => draft.current?.discard(),
  }
}

const never = () => () => {}

/** Whether something was kept under a key when the page opened: a form that is folded away opens for it. */
export function useHasDraft(key: string): boolean {
  const [look] = useState(() => {
    let found: boolean | undefined
    return () => (found ??= keptVersions('form', key).all().length > 0)
  })
  return useSyncExternalStore(never, look, () => false)
}
