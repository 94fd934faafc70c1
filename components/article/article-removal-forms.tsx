'use client'

import { useTranslations } from 'next-intl'
import { TextField } from '@/components/account/text-field'
import { ClassForm } from '@/components/classroom/class-form'
import { Section } from '@/components/ui/page'
import { removeArticle, withdrawArticle } from '@/lib/actions/article-removal'
import { isLargeArticle, restoreDays, type ArticleContents } from '@/lib/domain/removal'
import type { ArticleRemoval } from '@/lib/server/article-removal'

/** What hangs on an article, then the two ways to take it from others' sight; both work without scripts. */
export function ArticleRemovalForms({ of }: { of: ArticleRemoval }) {
  const t = useTranslations('article.removal')
  const hidden = { articleId: of.id }
  const typed = isLargeArticle(of.contents)
  const field = typed && <TextField name="typed" label={t('typed')} hint={t('typedHint')} maxLength={400} autoComplete="off" required />
  return (
    <>
      <Contents contents={of.contents} />
      {of.visibility === 'public' && (
        <Section title={t('withdraw')} note={t('withdrawNote')}>
          <ClassForm action={withdrawArticle} submit={t('withdrawNow')} fields={['typed']} hidden={hidden} label={t('withdraw')}>
            {field}
          </ClassForm>
        </Section>
      )}
      <Section title={t('remove')} note={t('removeNote', { days: restoreDays })}>
        <ClassForm action={removeArticle} submit={t('removeNow')} fields={['typed']} hidden={hidden} label={t('remove')} look={{ variant: 'danger' }}>
          {field}
        </ClassForm>
      </Section>
    </>
  )
}

function Contents({ contents }: { contents: ArticleContents }) {
  const t = useTranslations('article.removal')
  const { ownFlags, othersFlags, readers, exercises, classes, foreign, revisions } = contents
  return (
    <section aria-label={t('contents')}>
      <ul className="grid gap-1.5 text-[15px]">
        <li>{t('counts.others', { count: othersFlags, readers })}</li>
        {ownFlags > 0 && <li>{t('counts.own', { count: ownFlags })}</li>}
        <li>{t('counts.exercises', { count: exercises, classes })}</li>
        {foreign > 0 && <li>{t('counts.foreign', { count: foreign })}</li>}
        <li>{t('counts.revisions', { count: revisions })}</li>
        <li>{t('counts.copies')}</li>
      </ul>
    </section>
  )
}
