'use client'

import { useTranslations } from 'next-intl'
import { useProblemText } from '@/components/site/problem-text'
import { Field } from '@/components/ui/field'
import { Select, TextInput } from '@/components/ui/input'
import { limits, visibilities, type ArticleDetails } from '@/lib/domain/article'
import type { Problem } from '@/lib/domain/problem'

/** The details as a form holds them: all text, empty for what is not known. */
export type DetailsText = Record<keyof ArticleDetails, string>

export const blankDetails: DetailsText = {
  title: '', byline: '', siteName: '', sourceUrl: '', language: '', publishedAt: '', visibility: 'public',
}

/** A language on offer, by its name in the interface's language. */
export type LanguageChoice = { tag: string; name: string }

/**
 * The fields of an article's details, two abreast where there is room. What is wrong with one stands under it; problems
 * are looked for at `details.<field>`. `title` is named apart, since a new article asks for it elsewhere.
 */
export function DetailsFields(props: {
  value: DetailsText
  change: (change: Partial<DetailsText>) => void
  problems: Problem[]
  languages: LanguageChoice[]
  /** The language that was told from the text, by its name, while none is chosen. */
  detected: string | null
  /** Whether the reader may say who sees it. */
  maySetVisibility: boolean
}) {
  const { value, change, languages, detected } = props
  const t = useTranslations('article.details')
  const text = useProblemText()
  const field = (name: keyof DetailsText) => {
    const problem = props.problems.find(({ path }) => path === `details.${name}`)
    return {
      error: problem ? text(problem) : null,
      control: { name, value: value[name], onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }) },
    }
  }
  const line = (name: keyof DetailsText, rest: Parameters<typeof TextInput>[0] = {}, hint?: string) => {
    const { error, control } = field(name)
    return (
      <Field label={t(name)} hint={hint} error={error}>
        {({ id, describedBy, invalid }) => (
          <TextInput id={id} aria-describedby={describedBy} aria-invalid={invalid} dir="auto" {...control} {...rest} />
        )}
      </Field>
    )
  }
  const choice = (name: keyof DetailsText, options: { value: string; label: string }[]) => {
    const { error, control } = field(name)
    return (
      <Field label={t(name)} error={error}>
        {({ id, describedBy, invalid }) => (
          <Select id={id} aria-describedby={describedBy} aria-invalid={invalid} {...control}>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </Select>
        )}
      </Field>
    )
  }
  const known = languages.some(({ tag }) => tag === value.language) || value.language === ''
  return (
    <div className="grid gap-5 sm:grid-cols-2 sm:items-start">
      <div className="sm:col-span-2">{line('title', { required: true, maxLength: limits.title, autoComplete: 'off' })}</div>
      {line('byline', { maxLength: limits.byline, autoComplete: 'off' }, t('bylineHint'))}
      {line('siteName', { maxLength: limits.siteName, autoComplete: 'off' })}
      <div className="sm:col-span-2">{line('sourceUrl', { inputMode: 'url', placeholder: 'https://', autoComplete: 'off', dir: 'ltr' })}</div>
      {choice('language', [
        { value: '', label: detected ? t('detected', { language: detected }) : t('detect') },
        ...(known ? [] : [{ value: value.language, label: value.language }]),
        ...languages.map(({ tag, name }) => ({ value: tag, label: name })),
      ])}
      {line('publishedAt', { type: 'date' })}
      {props.maySetVisibility &&
        choice('visibility', visibilities.map((each) => ({ value: each, label: t(`visibilities.${each}`) })))}
    </div>
  )
}
