'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { startTransition, useActionState, useEffect, useRef, useState, type FormEvent } from 'react'
import { problemOfFailure } from '@/components/form/attempt'
import { ProblemNotice } from '@/components/form/problem-notice'
import { pageOwner } from '@/components/kept/owner'
import { useKeptBeginning } from '@/components/kept/use-kept-beginning'
import { useProblemText } from '@/components/site/problem-text'
import { ButtonLink } from '@/components/site/button-link'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { createArticle } from '@/lib/actions/articles'
import { beginImport } from '@/lib/actions/imports'
import type { FormState } from '@/lib/actions/form-state'
import { limits } from '@/lib/domain/article'
import { contentFormatOf, suggestedTitle } from '@/lib/domain/content-format'
import type { Problem } from '@/lib/domain/problem'
import { DetailsFields, type LanguageChoice } from './details-fields'
import { halfCharacters } from './half-characters'
import { blankArticle, openKeptForm, saysNothing, type NewArticleText } from './kept-form'
import { SourceField } from './source-field'
import { useToldLanguage } from './use-told-language'

/**
 * The form that makes an article, opened at `way` if somebody chose one. What is typed is kept in this browser until the
 * article is stored.
 */
export function NewArticleForm({ languages, way }: { languages: LanguageChoice[]; way: NewArticleText['way'] | null }) {
  const { key, restored, kept, startOver } = useKeptBeginning(openKeptForm)
  return (
    <ArticleForm
      key={key}
      start={{ ...(restored ?? blankArticle), ...(way && { way }) }}
      restored={restored !== null}
      kept={kept}
      languages={languages}
      startOver={startOver}
    />
  )
}

type Props = {
  start: NewArticleText
  restored: boolean
  kept: ReturnType<typeof openKeptForm>
  languages: LanguageChoice[]
  startOver: () => void
}

function ArticleForm({ start, restored, kept, languages, startOver }: Props) {
  const t = useTranslations('article.create')
  const text = useProblemText()
  const locale = useLocale()
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [value, setValue] = useState(start)
  // Until somebody writes a title, the text's own first line is one.
  const [titled, setTitled] = useState(start.details.title !== '')
  const [file, setFile] = useState<{ name: string; size: number; head: string } | null>(null)
  const [state, act, pending] = useActionState(send, { problems: [], values: {} })
  const { slug, importId } = state.done ?? {}
  // What is fetched, and what is no text yet, is read first and looked over on a page of its own.
  const ownFormat = value.way === 'upload' && file !== null && isReadFirst(file.name)
  const readFirst = value.way === 'address' || ownFormat

  const source = value.way === 'paste' ? value.body : (file?.head ?? '')
  const detected = contentFormatOf(source, value.way === 'upload' ? /\.([a-z]+)$/i.exec(file?.name ?? '')?.[1]?.toLowerCase() : undefined)
  const suggestion = suggestedTitle(source, value.format || detected)
  const title = titled ? value.details.title : suggestion
  const told = useToldLanguage(`${title}\n${source}`, locale)

  useEffect(() => {
    const timer = setTimeout(() => (saysNothing(value) ? kept.forget() : kept.keep(value)), 400)
    return () => clearTimeout(timer)
  }, [kept, value])
  useEffect(() => {
    if (slug === undefined) return
    kept.forget()
    router.push(`/articles/${encodeURIComponent(slug)}`)
  }, [kept, router, slug])
  useEffect(() => {
    if (importId === undefined) return
    if (value.way === 'address') kept.forget()
    router.push(`/articles/new?import=${importId}`)
  }, [importId, kept, router, value.way])
  useEffect(() => {
    if (state.problems.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [state])

  const choose = async (chosen: File | undefined) => {
    setFile(chosen ? { name: chosen.name, size: chosen.size, head: isReadFirst(chosen.name) ? '' : await chosen.slice(0, 60_000).text() } : null)
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const broken = halfCharacters({ ...value, details: { ...value.details, title } })
    const filled = broken.length > 0 ? broken : new FormData(event.currentTarget)
    if (!pending) startTransition(() => act(filled))
  }
  const bodyProblem = state.problems.find(({ path }) => path.startsWith('content') || path === 'address')
  const elsewhere = state.problems.filter((problem) => problem !== bodyProblem && !/^(content|details)/.test(problem.path))
  return (
    <form ref={form} action={act} onSubmit={submit} noValidate className="grid gap-8">
      {restored && (
        <Notice>
          {t('restored')}{' '}
          <Button size="small" variant="quiet" onClick={startOver} className="underline">
            {t('startOver')}
          </Button>
        </Notice>
      )}
      {elsewhere.map((problem) => (
        <ProblemNotice key={problem.code} problem={problem} />
      ))}
      <SourceField
        value={value}
        change={(change) => setValue((all) => ({ ...all, ...change }))}
        chosen={choose}
        detected={detected}
        ownFormat={ownFormat}
        error={bodyProblem ? text(bodyProblem) : null}
      />
      {!readFirst && (
        <DetailsFields
          value={{ ...value.details, title }}
          change={(change) => {
            if (change.title !== undefined) setTitled(true)
            setValue((all) => ({ ...all, details: { ...all.details, ...change } }))
          }}
          problems={state.problems}
          languages={languages}
          detected={told}
          maySetVisibility
        />
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary" aria-busy={pending}>
          {pending || importId !== undefined ? t(readFirst ? 'beginning' : 'sending') : readFirst ? t(ownFormat ? 'readFile' : 'fetch') : t('submit')}
        </Button>
        {slug !== undefined && (
          <Notice tone="success">
            {t('done')} <ButtonLink size="small" href={`/articles/${encodeURIComponent(slug)}`}>{t('open')}</ButtonLink>
          </Notice>
        )}
      </div>
    </form>
  )
}

/** Sends the form, unless something is known to be wrong with it: a large file must not travel to be refused for its size. */
async function send(before: FormState, form: FormData | Problem[]): Promise<FormState> {
  if (Array.isArray(form)) return { problems: form, values: {} }
  const file = form.get('file')
  const readFirst = form.has('address') || (file instanceof File && isReadFirst(file.name))
  if (readFirst && file instanceof File && file.size > largestFile) {
    return { problems: [{ code: 'fileTooLarge', path: 'content.body', values: { limit: largestFile } }], values: {} }
  }
  form.set('reader', pageOwner())
  const size = file instanceof File ? file.size : new Blob([String(form.get('body') ?? '')]).size
  if (!readFirst && size > limits.bodyBytes * 2) {
    return { problems: [{ code: 'bodyTooLarge', path: 'content.body', values: { limit: limits.bodyBytes } }], values: {} }
  }
  try {
    return await (readFirst ? beginImport(before, form) : createArticle(before, form))
  } catch (error) {
    return { problems: [problemOfFailure(error)], values: {} }
  }
}

/** Files that are no text: they are read on the server first. */
const isReadFirst = (name: string) => /\.(pdf|docx)$/i.test(name)
/** Bytes of such a file; the server says the same. */
const largestFile = 5_000_000
