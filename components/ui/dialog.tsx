'use client'

import { useEffect, useId, useRef, type ReactNode } from 'react'
import { isComposing } from './composing'

/** Where somebody writes; the first of them has the focus when a dialog opens, else its first button. */
const fields = 'input:not([type="hidden"], [type="checkbox"], [type="radio"], [type="file"]), textarea, select'

/** A modal dialog on the browser's own `<dialog>`: focus is kept inside, Escape closes, focus returns on closing. */
export function Dialog(props: { open: boolean; onClose: () => void; title: ReactNode; closeLabel: string; children: ReactNode }) {
  const ref = useRef<HTMLDialogElement>(null)
  const title = useId()
  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    if (props.open && !dialog.open) {
      dialog.showModal()
      dialog.querySelector<HTMLElement>(fields)?.focus()
    }
    if (!props.open && dialog.open) dialog.close()
  }, [props.open])
  return (
    <dialog
      ref={ref}
      aria-labelledby={title}
      onClose={props.onClose}
      // The Escape that ends a composition closes nothing.
      onKeyDown={(event) => event.key === 'Escape' && isComposing(event) && event.preventDefault()}
      onClick={(event) => event.target === ref.current && props.onClose()}
      className="m-auto max-h-[88dvh] w-[min(640px,calc(100vw-32px))] overflow-auto rounded-lg border border-rule bg-sheet p-0 whitespace-normal text-ink shadow-2xl"
    >
      <div className="grid gap-4 p-6">
        <div className="flex items-start justify-between gap-4">
          <h2 id={title} className="text-xl font-semibold">
            {props.title}
          </h2>
          <button
            type="button"
            onClick={props.onClose}
            aria-label={props.closeLabel}
            className="-mr-2 -mt-1 grid size-9 place-items-center rounded-md text-lg text-soft hover:text-ink"
          >
            <span aria-hidden="true">✕</span>
          </button>
        </div>
        {props.children}
      </div>
    </dialog>
  )
}
