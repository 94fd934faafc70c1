'use client'

import { useFormatter, useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useEffect, useMemo, useRef, useState } from 'react'
import { answerTo } from '@/components/form/attempt'
import { ProblemNotice } from '@/components/form/problem-notice'
import { editRecord } from '@/components/article/editor/edit-record'
import type { Beginning } from '@/components/kept/beginning'
import { pageOwner } from '@/components/kept/owner'
import { useKeptBeginning } from '@/components/kept/use-kept-beginning'
import { useProblemText } from '@/components/site/problem-text'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { createImportedArticle } from '@/lib/actions/imports'
import type { Problem } from '@/lib/domain/problem'
import { canonicalText } from '@/lib/domain/text/canonical-text'
import { countCodePoints } from '@/lib/domain/text/code-points'
import type { ImportedArticle, ImportView } from '@/lib/server/imports'
import { DetailsFields, type LanguageChoice } from './details-fields'
import { detailsOfText, textOfDetails } from './details-text'
import { openKeptImport, type KeptImport } from './kept-import'

const TextEditor = dynamic(() => import('./editor/text-editor'), { ssr: false, loading: EditorLoading })

type Props = { view: ImportView; result: ImportedArticle; languages: LanguageChoice[] }

/** What was read, to be looked over and corrected before it becomes an article. Corrections are kept in this browser. */
export function ImportedForm(props: Props) {
  const { key, restored, kept } = useKeptBeginning(() => openKeptImport(props.view.id))
  return <Form key={key} begun={restored} kept={kept} {...props} />
}

function Form({ view, result, languages, begun, kept }: Props & { begun: KeptImport | null; kept: Beginning<KeptImport> }) {
  const t = useTranslations('article.import')
  const [create, edit] = [useTranslations('article.create'), useTranslations('article.edit')]
  const text = useProblemText()
  const format = useFormatter()
  const router = useRouter()
  const form = useRef<HTMLDivElement>(null)
  const start = begun?.document ?? result.document
  const [details, setDetails] = useState(() => begun?.details ?? textOfDetails({ ...result.details, visibility: 'public' }))
  const [read, setRead] = useState<() => unknown>(() => () => start)
  const [record] = useState(() => editRecord([]))
  const [saving, setSaving] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const characters = useMemo(() => countCodePoints(canonicalText(result.document)), [result.document])
  const touched = useRef(false)

  useEffect(() => {
    if (!touched.current) return
    const timer = setTimeout(() => kept.keep({ details, document: read() }), 600)
    return () => clearTimeout(timer)
  }, [details, read, kept])
  useEffect(() => {
    if (problems.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [problems])

  const save = async () => {
    if (saving) return
    setSaving(true)
    const answer = await answerTo(() => createImportedArticle({ reader: pageOwner(), importId: view.id, details: detailsOfText(details), document: read() }))
    if (answer.ok) {
      touched.current = false
      kept.forget()
      return router.push(`/articles/${encodeURIComponent(answer.value.slug)}`)
    }
    setSaving(false)
    setProblems(answer.problems)
  }
  const wrongText = problems.find(({ path }) => path.startsWith('document'))
  const general = problems.filter(({ path }) => !path.startsWith('details') && !path.startsWith('document'))
  const size = format.number(characters)
  return (
    <div ref={form} className="grid gap-8">
      <Notice tone="success">
        <span className="[overflow-wrap:anywhere]">
          {view.file === null ? t('readFrom', { place: hostOf(view.address), size }) : t('readFrom', { place: view.file, size })}
        </span>
      </Notice>
      <DetailsFields
        value={details}
        change={(part) => {
          touched.current = true
          setDetails((all) => ({ ...all, ...part }))
        }}
        problems={problems}
        languages={languages}
        detected={null}
        maySetVisibility
      />
      <div className="grid gap-2">
        <p className="text-sm font-medium" aria-hidden="true">{edit('text')}</p>
        <TextEditor
          start={start}
          language={details.language || 'und'}
          invalid={wrongText !== undefined}
          record={record}
          changed={(reader) => {
            touched.current = true
            setRead(() => () => reader().document)
          }}
          save={() => void save()}
        />
        {wrongText && <p role="alert" className="text-sm text-danger">{text(wrongText)}</p>}
      </div>
      {general.map((problem) => (
        <ProblemNotice key={problem.code} problem={problem} retry={() => void save()} />
      ))}
      <div className="sticky bottom-0 z-20 -mx-5 flex flex-wrap items-center gap-4 border-t border-rule bg-paper px-5 py-3 sm:-mx-6 sm:px-6">
        <Button variant="primary" onClick={() => void save()} aria-busy={saving} aria-keyshortcuts="Control+S">
          {saving ? create('sending') : create('submit')}
        </Button>
      </div>
    </div>
  )
}

function EditorLoading() {
  return <p className="min-h-[50vh] rounded-md border border-line bg-sheet p-6 text-soft">{useTranslations('article.edit')('loading')}</p>
}

const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : address)
