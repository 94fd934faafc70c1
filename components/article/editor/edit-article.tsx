'use client'

import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useState, useSyncExternalStore } from 'react'
import { DetailsFields, type DetailsText, type LanguageChoice } from '@/components/article/details-fields'
import { useProblemText } from '@/components/site/problem-text'
import { ButtonLink } from '@/components/site/button-link'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { saveArticle } from '@/lib/actions/articles'
import { dropDraft } from '@/lib/actions/drafts'
import type { ArticleDetails } from '@/lib/domain/article'
import type { Problem } from '@/lib/domain/problem'
import type { ArticleDocument } from '@/lib/domain/text/document'
import type { Editing } from '@/lib/server/drafts'
import type { Saved } from '@/lib/server/revisions'
import { attempt } from './attempt'
import { DiscardDraft } from './discard-draft'
import { DraftStatus } from './draft-status'
import { openKeptEdit } from './kept-edit'
import { SavedNotice } from './saved-notice'
import { useDraftKeeper } from './use-draft-keeper'

const TextEditor = dynamic(() => import('./text-editor'), { ssr: false, loading: EditorLoading })
const never = () => () => {}

type Props = { article: Editing; languages: LanguageChoice[] }

/** The page that edits an article: what this browser kept comes before the draft on the server, that before the version. */
export function EditArticle({ article, languages }: Props) {
  const [kept] = useState(() => openKeptEdit(article.id))
  const edit = useSyncExternalStore(never, kept, () => null)
  const [round, setRound] = useState(0)
  const begun = round > 0 ? null : (edit ?? article.draft)
  return (
    <Edit
      key={`${round}-${edit !== null}`}
      article={article}
      languages={languages}
      begun={begun}
      onlyHere={begun !== null && edit !== null}
      known={round > 0 ? null : (article.draft?.updatedAt ?? null)}
      startOver={() => setRound(round + 1)}
    />
  )
}

type EditProps = Props & {
  begun: { document: ArticleDocument; baseRevision: number } | null
  onlyHere: boolean
  known: string | null
  startOver: () => void
}

function Edit({ article, languages, begun, onlyHere, known, startOver }: EditProps) {
  const t = useTranslations('article.edit')
  const text = useProblemText()
  const [details, setDetails] = useState(() => textOf(article.details))
  const [read, setRead] = useState<() => unknown>(() => () => begun?.document ?? article.document)
  const [saving, setSaving] = useState(false)
  const [saved, setSaved] = useState<(Saved & { before: number }) | null>(null)
  const [problems, setProblems] = useState<Problem[]>([])
  const [behind, setBehind] = useState(begun !== null && begun.baseRevision < article.revision)
  const router = useRouter()
  const { keeper, status } = useDraftKeeper({
    articleId: article.id,
    baseRevision: begun?.baseRevision ?? article.revision,
    known,
    unsent: onlyHere && begun ? begun.document : null,
  })

  const save = async () => {
    if (saving) return
    setSaving(true)
    setSaved(null)
    await keeper.settle()
    const before = keeper.base()
    const answer = await attempt(() => saveArticle({ id: article.id, baseRevision: before, document: read(), details: detailsOf(details) }))
    setSaving(false)
    if (answer === null) return setProblems([{ code: 'unavailable', path: 'connection' }])
    if (!answer.ok) return setProblems(answer.problems)
    keeper.begin(answer.value.number)
    setProblems([])
    setSaved({ ...answer.value, before })
    router.refresh()
  }
  const discard = async () => {
    await keeper.settle()
    const answer = await attempt(() => dropDraft({ id: article.id }))
    if (answer === null) return setProblems([{ code: 'unavailable', path: 'connection' }])
    keeper.begin(article.revision)
    startOver()
  }
  const change = (reader: () => unknown) => {
    setRead(() => reader)
    setSaved(null)
    keeper.changed(reader)
  }
  const general = problems.filter(({ path }) => !path.startsWith('details') && !path.startsWith('document'))
  const wrongText = problems.find(({ path }) => path.startsWith('document'))
  const mayDiscard = begun !== null || status.is !== 'clean'
  return (
    <div className="grid gap-7">
      {begun && !behind && <Notice>{onlyHere ? t('restoredBrowser') : t('restored')}</Notice>}
      {begun && behind && (
        <Notice tone="error">
          <p>{t('behind', { base: begun.baseRevision, revision: article.revision })}</p>
          <p className="mt-2 flex flex-wrap gap-2">
            <ButtonLink size="small" href={`/articles/${encodeURIComponent(article.slug)}`} target="_blank">{t('compare')}</ButtonLink>
            <Button size="small" onClick={() => (keeper.baseOn(article.revision), setBehind(false))}>{t('goOn')}</Button>
          </p>
        </Notice>
      )}
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
          start={begun?.document ?? article.document}
          language={details.language || article.details.language || 'und'}
          invalid={wrongText !== undefined}
          changed={change}
          save={() => void save()}
        />
        {wrongText && <p role="alert" className="text-sm text-danger">{text(wrongText)}</p>}
      </div>
      {general.map((problem) => (
        <Notice key={problem.code} tone="error">
          {problem.path === 'connection' ? t('lost') : text(problem)}{' '}
          {problem.code === 'conflict' && <Button size="small" onClick={() => window.location.reload()}>{t('reload')}</Button>}
        </Notice>
      ))}
      {saved && <SavedNotice slug={article.slug} {...saved} />}
      <div className="sticky bottom-0 -mx-5 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-rule bg-paper px-5 py-3 sm:-mx-6 sm:px-6">
        <Button variant="primary" onClick={() => void save()} aria-busy={saving} aria-keyshortcuts="Control+S">
          {saving ? t('saving') : t('save')}
        </Button>
        <DiscardDraft revision={article.revision} discard={() => void discard()} disabled={!mayDiscard} />
        <DraftStatus status={status} />
        {article.flags > 0 && <p className="w-full text-[13.5px] text-soft">{t('flags', { flags: article.flags })}</p>}
      </div>
    </div>
  )
}

function EditorLoading() {
  return <p className="min-h-[50vh] rounded-md border border-line bg-sheet p-6 text-soft">{useTranslations('article.edit')('loading')}</p>
}

const textOf = (details: ArticleDetails): DetailsText => ({
  title: details.title,
  byline: details.byline ?? '',
  siteName: details.siteName ?? '',
  sourceUrl: details.sourceUrl ?? '',
  language: details.language ?? '',
  publishedAt: details.publishedAt ?? '',
  visibility: details.visibility,
})

const detailsOf = (text: DetailsText) => ({
  title: text.title,
  byline: text.byline.trim() || null,
  siteName: text.siteName.trim() || null,
  sourceUrl: text.sourceUrl.trim() || null,
  language: text.language || null,
  publishedAt: text.publishedAt || null,
  visibility: text.visibility,
})
