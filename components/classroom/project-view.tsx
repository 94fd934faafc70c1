'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'
import { pageOwner } from '@/components/kept/owner'
import { Button } from '@/components/ui/button'
import { isComposing } from '@/components/ui/composing'
import { noteProjection } from '@/lib/actions/assignments'
import type { Projected } from '@/lib/domain/classroom/projection'
import type { Codebook } from '@/lib/domain/codebook/codebook'
import { ProjectHeat, type ProjectHeatCell } from './project-heat'
import { ProjectKey } from './project-key'
import { ProjectVotes } from './project-votes'
import './project.css'

type Props = { assignmentId: string; leave: string; language: string; codebook: Codebook; passages: readonly Projected[]; heat: readonly ProjectHeatCell[] }

/** One passage at a time, to be read from the last row; arrow keys go on and back, Escape leaves. */
export function ProjectView({ assignmentId, leave, language, codebook, passages, heat }: Props) {
  const [t, names, router] = [useTranslations('grading.project'), useTranslations('codebook.dimensions'), useRouter()]
  const [at, setAt] = useState(0)
  const [revealed, setRevealed] = useState(false)
  const go = (to: number) => {
    if (to < 0 || to >= passages.length) return
    setAt(to)
    setRevealed(false)
  }
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowRight' || event.key === 'PageDown') go(at + 1)
    else if (event.key === 'ArrowLeft' || event.key === 'PageUp') go(at - 1)
    else if (event.key === 'Escape') router.push(leave)
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => isComposing(event) || press(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  // Said once it is on the wall: what is handed in then stays. A page that was only fetched says nothing.
  useEffect(() => void noteProjection({ assignmentId, reader: pageOwner() }).catch(() => undefined), [assignmentId])
  const passage = passages[at]
  if (!passage) return null
  return (
    <main id="content" tabIndex={-1} className="project-view fixed inset-0 z-50 flex flex-col overflow-y-auto bg-paper text-ink outline-none">
      <div className="mx-auto grid w-full max-w-[110rem] grow grid-cols-[minmax(0,1fr)] content-center gap-[clamp(1.5rem,4vh,3.5rem)] px-[clamp(1.25rem,5vw,6rem)] py-[clamp(1rem,3vh,2.5rem)]">
        <div aria-live="polite">
          <h1 className="font-sans text-[clamp(1rem,1.5vw,1.75rem)] font-normal text-soft">
            {names(`${passage.dimension}.name`)} · {names(`${passage.dimension}.question`)}
          </h1>
          <p lang={language} dir="auto" className="mt-[0.5em] font-serif text-[clamp(1.5rem,3.1vw,3.75rem)] leading-[1.45] whitespace-pre-line wrap-anywhere text-soft">
            {passage.before}
            <mark className="bg-opinion-tint box-decoration-clone px-[0.08em] text-ink">{passage.quote}</mark>
            {passage.after}
          </p>
        </div>
        <div className="grid gap-x-[clamp(2rem,6vw,8rem)] gap-y-8 lg:grid-cols-2">
          <ProjectVotes passage={passage} codebook={codebook} />
          {revealed && <ProjectKey passage={passage} />}
        </div>
      </div>
      <footer className="sticky bottom-0 border-t border-rule bg-paper">
        <ProjectHeat cells={heat} passage={passage} label={t('heat')} />
        <div className="flex flex-wrap items-center justify-between gap-3 px-[clamp(1.25rem,5vw,6rem)] py-3">
          <Link href={leave} className="inline-flex min-h-10 items-center underline underline-offset-2">
            {t('leave')}
          </Link>
          <div className="flex flex-wrap items-center gap-3">
            <Button onClick={() => go(at - 1)} disabled={at === 0}>
              <span aria-hidden="true">←</span> {t('previous')}
            </Button>
            <span className="min-w-14 text-center tabular-nums">{t('place', { number: at + 1, count: passages.length })}</span>
            <Button onClick={() => go(at + 1)} disabled={at === passages.length - 1}>
              {t('next')} <span aria-hidden="true">→</span>
            </Button>
          </div>
          <Button variant="primary" aria-expanded={revealed} onClick={() => setRevealed(!revealed)}>
            {t(revealed ? 'conceal' : 'reveal')}
          </Button>
        </div>
      </footer>
    </main>
  )
}
