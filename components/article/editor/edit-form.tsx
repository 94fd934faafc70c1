'use client'

import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { DetailsFields, type LanguageChoice } from '@/components/article/details-fields'
import { ProblemNotice } from '@/components/form/problem-notice'
import { useProblemText } from '@/components/site/problem-text'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { DiscardDraft } from './discard-draft'
import { DraftStatus } from './draft-status'
import { NewerVersion } from './newer-version'
import { SavedNotice } from './saved-notice'
import { useEdit, type Begun } from './use-edit'

const TextEditor = dynamic(() => import('./text-editor'), { ssr: false, loading: EditorLoading })

type Props = Begun & { languages: LanguageChoice[]; startOver: () => void }

/** The form that edits an article, begun on its current text or on a draft of it. */
export function EditForm({ languages, startOver, ...beginning }: Props) {
  const t = useTranslations('article.edit')
  const text = useProblemText()
  const { article, begun, onlyHere } = beginning
  const detailsRestored = beginning.details !== null
  const { details, problems, saved, saving, behind, onTopOf, status, keeper, ...edit } = useEdit(beginning)
  const general = problems.filter(({ path }) => !path.startsWith('details') && !path.startsWith('document'))
  const wrongText = problems.find(({ path }) => path.startsWith('document'))
  const mayDiscard = begun !== null || detailsRestored || status.is !== 'clean'
  return (
    <div className="grid gap-7">
      {detailsRestored && !saved && <Notice>{t('restoredBrowser')}</Notice>}
      {begun && !detailsRestored && behind === 0 && onTopOf === null && <Notice>{onlyHere ? t('restoredBrowser') : t('restored')}</Notice>}
      {behind > 0 && (
        <NewerVersion
          key={behind}
          article={{ id: article.id, slug: article.slug, language: article.details.language ?? 'und' }}
          base={keeper.base()}
          read={() => edit.read().document}
          goOn={edit.goOn}
          discard={() => void edit.discard(() => window.location.reload())}
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
        change={edit.write}
        problems={problems}
        languages={languages}
        detected={null}
        maySetVisibility={article.ownsIt}
      />
      <div className="grid gap-2">
        <p className="text-sm font-medium" aria-hidden="true">{t('text')}</p>
        <TextEditor
          start={edit.start}
          language={details.language || article.details.language || 'und'}
          invalid={wrongText !== undefined}
          record={edit.record}
          changed={edit.change}
          save={() => void edit.save()}
        />
        {wrongText && <p role="alert" className="text-sm text-danger">{text(wrongText)}</p>}
      </div>
      <div
        className={`-mx-5 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-rule bg-paper px-5 py-3 sm:-mx-6 sm:px-6 ${behind > 0 && general.length === 0 ? '' : 'sticky bottom-0 z-20'}`}
      >
        {general.map((problem) => (
          <div key={problem.code} className="w-full">
            <ProblemNotice problem={problem} retry={() => void edit.save()} />
          </div>
        ))}
        {saved && (
          <div className="w-full">
            <SavedNotice slug={article.slug} repairs={article.repairs} {...saved} />
          </div>
        )}
        {behind === 0 && (
          <>
            <Button variant="primary" onClick={() => void edit.save()} aria-busy={saving} aria-keyshortcuts="Control+S">
              {saving ? t('saving') : t('save')}
            </Button>
            <DiscardDraft revision={article.revision} discard={() => void edit.discard(startOver)} disabled={!mayDiscard} />
          </>
        )}
        <DraftStatus status={status} />
        {article.flags > 0 && !saved && behind === 0 && (
          <p className="w-full text-[13.5px] text-soft">{t('flags', { flags: article.flags })}</p>
        )}
      </div>
    </div>
  )
}

function EditorLoading() {
  return <p className="min-h-[50vh] rounded-md border border-line bg-sheet p-6 text-soft">{useTranslations('article.edit')('loading')}</p>
}
