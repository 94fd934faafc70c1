'use client'

import { useEffect, useRef, type ReactNode } from 'react'
import { isComposing } from './composing'

/**
 * A button that unfolds a sheet of links and controls below it, on the browser's own `<details>`, so that it works
 * before any script runs. Escape and a click elsewhere close it.
 */
export function Menu({ label, name, children }: { label: ReactNode; name: string; children: ReactNode }) {
  const ref = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const details = ref.current
    if (!details) return
    const close = (event: Event) => {
      if (!details.open) return
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape' || isComposing(event)) return
        details.querySelector('summary')?.focus()
      } else if (details.contains(event.target as Node)) return
      details.open = false
    }
    document.addEventListener('pointerdown', close)
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('keydown', close)
    }
  }, [])
  return (
    <details ref={ref} className="relative">
      <summary
        aria-label={name}
        className="flex min-h-9 list-none items-center gap-1.5 rounded-md px-2 hover:bg-sheet [&::-webkit-details-marker]:hidden"
      >
        {label}
        <span aria-hidden="true" className="text-[10px] text-soft">
          ▾
        </span>
      </summary>
      <div className="absolute right-0 z-30 mt-1 grid w-64 max-w-[calc(100vw-24px)] gap-1 rounded-lg border border-rule bg-sheet p-2 shadow-xl">
        {children}
      </div>
    </details>
  )
}
