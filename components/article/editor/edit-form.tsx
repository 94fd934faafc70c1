'use client'

import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { DetailsFields, type LanguageChoice } from '@/components/article/details-fields'
import { useProblemText } from '@/components/site/problem-text'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { saveArticle } from '@/lib/actions/articles'
import { dropDraft } from '@/lib/actions/drafts'
import type { Problem } from '@/lib/domain/problem'
import type { Editing } from '@/lib/server/drafts'
import type { Saved } from '@/lib/server/revisions'
import { attempt } from './attempt'
import { detailsOf, textOf } from './details-text'
import { DiscardDraft } from './discard-draft'
import { DraftStatus } from './draft-status'
import { editRecord, type Edit } from './edit-record'
import type { KeptEdit } from './kept-edit'
import { NewerVersion } from './newer-version'
import { SavedNotice } from './saved-notice'
import { useDraftKeeper } from './use-draft-keeper'

const TextEditor = dynamic(() => import('./text-editor'), { ssr: false, loading: EditorLoading })

type Props = {
  article: Editing
  languages: LanguageChoice[]
  begun: KeptEdit | null
  onlyHere: boolean
  known: string | null
  startOver: () => void
}

/** The form that edits an article, begun on its current text or on a draft of it. */
export function EditForm({ article, languages, begun, onlyHere, known, startOver }: Props) {
  const t = useTranslations('article.edit')
  const text = useProblemText()
  const [details, setDetails] = useState(() => textOf(article.details))
  const [knownDetails, setKnownDetails] = useState<Partial<ReturnType<typeof detailsOf>>>(() => detailsOf(details))
  const [record] = useState(() => editRecord(begun ? begun.replaced : []))
  const start = begun?.document ?? article.document
  const [read, setRead] = useState<() => Edit>(() => () => ({ document: start, replaced: record.read(start) }))
  const [saving, setSaving] = useState(false)
  const [saved, setSaved] = useState<(Saved & { before: number }) | null>(null)
  const [problems, setProblems] = useState<Problem[]>([])
  /** How often it turned out that somebody saved a newer version, since that was last decided about. */
  const [behind, setBehind] = useState(begun !== null && begun.baseRevision < article.revision ? 1 : 0)
  const [onTopOf, setOnTopOf] = useState<number | null>(null)
  const router = useRouter()
  const { keeper, status } = useDraftKeeper({
    articleId: article.id,
    baseRevision: begun?.baseRevision ?? article.revision,
    known,
    unsent: onlyHere ? begun : null,
  })

  const save = async () => {
    if (saving) return
    setSaving(true)
    setSaved(null)
    await keeper.settle()
    const before = keeper.base()
    const sent = detailsOf(details)
    const edit = read()
    record.sent()
    const answer = await attempt(() => saveArticle({ id: article.id, baseRevision: before, ...edit, details: sent, known: knownDetails }))
    setSaving(false)
    if (answer === null) return setProblems([{ code: 'unavailable', path: 'connection' }])
    if (!answer.ok) return refused(answer.problems)
    record.saved()
    keeper.begin(answer.value.number)
    setKnownDetails(sent)
    setProblems([])
    setOnTopOf(null)
    setSaved({ ...answer.value, before })
    router.refresh()
  }
  const refused = (all: Problem[]) => {
    setProblems(all.filter(({ code }) => code !== 'conflict'))
    if (all.some(({ code }) => code === 'conflict')) setBehind(behind + 1)
    // Whoever saves once more has read what the field says by now.
    const told = new Set(all.flatMap(({ code, path }) => (code === 'detailChanged' ? [path] : [])))
    setKnownDetails((now) => Object.fromEntries(Object.entries(now).filter(([name]) => !told.has(`details.${name}`))))
  }
  const goOn = (revision: number) => {
    keeper.baseOn(revision)
    record.rebased()
    keeper.changed(read)
    setBehind(0)
    setOnTopOf(revision)
    router.refresh()
  }
  const discard = async (after: () => void) => {
    await keeper.settle()
    const answer = await attempt(() => dropDraft({ id: article.id }))
    if (answer === null) return setProblems([{ code: 'unavailable', path: 'connection' }])
    keeper.begin(article.revision)
    after()
  }
  const change = (reader: () => Edit) => {
    setRead(() => reader)
    setSaved(null)
    keeper.changed(reader)
  }
  const general = problems.filter(({ path }) => !path.startsWith('details') && !path.startsWith('document'))
  const wrongText = problems.find(({ path }) => path.startsWith('document'))
  const mayDiscard = begun !== null || status.is !== 'clean'
  return (
    <div className="grid gap-7">
      {begun && behind === 0 && onTopOf === null && <Notice>{onlyHere ? t('restoredBrowser') : t('restored')}</Notice>}
      {behind > 0 && (
        <NewerVersion
          key={behind}
          article={{ id: article.id, slug: article.slug, language: article.details.language ?? 'und' }}
          base={keeper.base()}
          read={() => read().document}
          goOn={goOn}
          discard={() => void discard(() => window.location.reload())}
        />
      )}
      {onTopOf !== null && <Notice>{t('onTop', { revision: onTopOf })}</Notice>}
      {status.is === 'refused' && status.problem.code === 'draftStale' && (
        <Notice tone="error">
          <p>{t('stale')}</p>
          <p className="mt-2 flex flex-wrap gap-2">
            <Button size="small" onClick={() => void keeper.insist()}>{t('keepMine')}</Button>
            <Button size="small" onClick={() => (keeper.begin(article.revision), window.location.reload())}>{t('loadOther')}</Button>
          </p>
        </Notice>
      )}
      <DetailsFields
        value={details}
        change={(part) => setDetails((all) => ({ ...all, ...part }))}
        problems={problems}
        languages={languages}
        detected={null}
        maySetVisibility={article.ownsIt}
      />
      <div className="grid gap-2">
        <p className="text-sm font-medium" aria-hidden="true">{t('text')}</p>
        <TextEditor
          start={start}
          language={details.language || article.details.language || 'und'}
          invalid={wrongText !== undefined}
          record={record}
          changed={change}
          save={() => void save()}
        />
        {wrongText && <p role="alert" className="text-sm text-danger">{text(wrongText)}</p>}
      </div>
      {general.map((problem) => (
        <Notice key={problem.code} tone="error">{problem.path === 'connection' ? t('lost') : text(problem)}</Notice>
      ))}
      {saved && <SavedNotice slug={article.slug} repairs={article.repairs} {...saved} />}
      <div className="sticky bottom-0 -mx-5 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-rule bg-paper px-5 py-3 sm:-mx-6 sm:px-6">
        <Button variant="primary" onClick={() => void save()} aria-busy={saving} aria-keyshortcuts="Control+S">
          {saving ? t('saving') : t('save')}
        </Button>
        <DiscardDraft revision={article.revision} discard={() => void discard(startOver)} disabled={!mayDiscard} />
        <DraftStatus status={status} />
        {article.flags > 0 && <p className="w-full text-[13.5px] text-soft">{t('flags', { flags: article.flags })}</p>}
      </div>
    </div>
  )
}

function EditorLoading() {
  return <p className="min-h-[50vh] rounded-md border border-line bg-sheet p-6 text-soft">{useTranslations('article.edit')('loading')}</p>
}
