'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'
import { pageOwner } from '@/components/kept/owner'
import { ComparisonRows } from '@/components/revision/comparison-rows'
import { foldRows } from '@/components/revision/fold-rows'
import { revisionsAddress } from '@/components/revision/revision-address'
import { useProblemText } from '@/components/site/problem-text'
import { Button } from '@/components/ui/button'
import { compareDraft } from '@/lib/actions/drafts'
import type { Problem } from '@/lib/domain/problem'
import type { DraftComparison } from '@/lib/server/comparison'
import { attempt } from '@/components/form/attempt'
import { DiscardDraft } from './discard-draft'

type Props = {
  article: { id: string; slug: string; language: string }
  /** The revision that the writer's text began with. */
  base: number
  read: () => unknown
  goOn: (revision: number) => void
  discard: () => void
}

/**
 * For the second of two who write at once: what the other saved, what their own text would change in it, and a choice
 * that loses nothing unseen.
 */
export function NewerVersion({ article, base, read, goOn, discard }: Props) {
  const t = useTranslations('article.newer')
  const format = useFormatter()
  const problemText = useProblemText()
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  const [found, setFound] = useState<DraftComparison | null>(null)
  const [problem, setProblem] = useState<Problem | 'lost' | null>(null)
  const [side, setSide] = useState(false)
  const [tries, setTries] = useState(0)
  const [document] = useState(read)

  useEffect(() => {
    let gone = false
    void attempt(() => compareDraft({ id: article.id, document, reader: pageOwner() })).then((answer) => {
      if (gone) return
      if (answer === null) setProblem('lost')
      else if (answer.ok) setFound(answer.value)
      else setProblem(answer.problems[0] ?? 'lost')
    })
    return () => void (gone = true)
  }, [article.id, document, tries])
  useEffect(() => heading.current?.focus(), [])

  const saidAt = (time: string) => format.dateTime(new Date(time), { dateStyle: 'long', timeStyle: 'short' })
  const number = found?.revision.number
  const same = found?.rows.every(({ kind }) => kind === 'same')
  return (
    <section
      aria-labelledby={id}
      className={`grid grid-cols-[minmax(0,1fr)] gap-4 border-y-2 border-ink bg-sheet px-4 py-5 sm:px-6 ${side ? 'xl:-mx-[180px]' : ''}`}
    >
      <h2 id={id} ref={heading} tabIndex={-1} className="text-[21px] leading-snug font-semibold outline-none">
        {t('title')}
      </h2>
      <p role="alert" className="max-w-[42em] font-serif text-[17px] leading-relaxed">
        {found ? t('told', { base, number: found.revision.number, author: found.revision.author, at: saidAt(found.revision.createdAt) }) : t('kept', { base })}
      </p>
      {!found && !problem && <p className="text-soft">{t('loading')}</p>}
      {problem && (
        <p className="flex flex-wrap items-center gap-3 text-danger">
          {problem === 'lost' ? t('lost') : problemText(problem)}
          <Button size="small" onClick={() => (setProblem(null), setTries(tries + 1))}>{t('again')}</Button>
        </p>
      )}
      {found && number !== undefined && (
        <>
          <div className="flex flex-wrap items-baseline justify-between gap-x-5 gap-y-1">
            <h3 className="font-sans text-[15px] font-semibold">{t('text', { number })}</h3>
            {!same && (
              <p role="group" aria-label={t('views')} className="flex gap-4 text-[14px]">
                <View chosen={!side} choose={() => setSide(false)}>{t('inline')}</View>
                <View chosen={side} choose={() => setSide(true)}>{t('side')}</View>
              </p>
            )}
          </div>
          {same ? (
            <p className="font-serif text-lg">{t('same', { number })}</p>
          ) : (
            <div role="region" aria-label={t('text', { number })} tabIndex={0} className="max-h-[60vh] overflow-auto">
              <ComparisonRows entries={foldRows(found.rows)} language={article.language} side={side} columns={[t('theirs', { number }), t('mine')]} />
            </div>
          )}
          <p className="text-[14px]">
            <a href={revisionsAddress(encodeURIComponent(article.slug), { from: base, to: number })} target="_blank" className="underline">
              {t('theirChanges', { base, number })}
            </a>
          </p>
          <div className="grid gap-2">
            <p className="max-w-[42em] text-[14.5px] text-soft">{t('choice', { number })}</p>
            <p className="flex flex-wrap gap-3">
              <Button variant="primary" onClick={() => goOn(number)}>{t('goOn', { number })}</Button>
              <DiscardDraft revision={base} label={t('discard', { number })} discard={discard} disabled={false} />
            </p>
          </div>
        </>
      )}
    </section>
  )
}

function View({ chosen, choose, children }: { chosen: boolean; choose: () => void; children: string }) {
  const look = chosen ? 'border-ink font-semibold' : 'border-transparent text-soft hover:text-ink'
  return (
    <button type="button" aria-pressed={chosen} onClick={choose} className={`border-b-2 py-1 ${look}`}>
      {children}
    </button>
  )
}
