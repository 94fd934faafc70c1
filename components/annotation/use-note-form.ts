import { useEffect, useState } from 'react'
import type { AnnotationForm } from './annotation-form'

/** The form with its editor, which comes when it may be wanted (`wanted`), well before it is; null until it is here. */
export function useNoteForm(wanted: boolean): typeof AnnotationForm | null {
  const [form, setForm] = useState<typeof AnnotationForm | null>(null)
  useEffect(() => {
    if (!wanted || form) return
    let left = false
    const load = async () => {
      // Without a connection it comes with the next one.
      const arrived = await import('./annotation-form').catch(() => null)
      if (arrived && !left) setForm(() => arrived.AnnotationForm)
    }
    void load()
    window.addEventListener('online', load)
    return () => {
      left = true
      window.removeEventListener('online', load)
    }
  }, [wanted, form])
  return form
}
