import type { ReactNode } from 'react'

type Tone = 'info' | 'success' | 'error'
const edges: Record<Tone, string> = { info: 'border-fact', success: 'border-sourcing', error: 'border-danger' }

/** A sentence the reader should not miss. Errors interrupt a screen reader, the rest waits its turn. */
export function Notice({ tone = 'info', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <div
      role={tone === 'error' ? 'alert' : 'status'}
      className={`border-l-[3px] bg-sheet px-4 py-2.5 text-[15px] ${edges[tone]}`}
    >
      {children}
    </div>
  )
}
