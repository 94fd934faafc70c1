'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { adoptLayer, adoptOwnFlags } from '@/lib/actions/assignments'
import type { AssignmentView } from '@/lib/server/assignment-view'
import type { KeySource } from '@/lib/server/key-sources'
import { ClassForm } from './class-form'

type Props = { assignment: Pick<AssignmentView, 'id' | 'title' | 'article' | 'class'>; sources: readonly KeySource[] }

/** What stands above the text where the key is made: what it is for, and what there is to begin with. */
export function AssignmentKeyHead({ assignment: { id, title, article, class: of }, sources }: Props) {
  const t = useTranslations('assignment.key')
  return (
    <header className="grid gap-3">
      <p className="text-[13px] text-soft">
        <Link href={`/assignments/${id}`} className="reader-link wrap-anywhere">
          {title}
        </Link>
      </p>
      <h1 className="text-[23px] leading-snug font-semibold">{t('title')}</h1>
      <p className="text-[15px]">{t('lead')}</p>
      <p className="text-[13.5px] text-soft">{t('shared')}</p>
      {!of.archived && (
        <ClassForm
          action={adoptOwnFlags} submit={t('adopt')} hidden={{ assignmentId: id }} look={{ variant: 'plain', size: 'small' }}
          done={({ taken }) => t('adopted', { taken: Number(taken) })}
        />
      )}
      {!of.archived && sources.length > 0 && (
        <details className="text-[14px]">
          <summary className="min-h-6">{t('elsewhere')}</summary>
          <div className="mt-2 max-w-[36em]">
            <ClassForm
              action={adoptLayer} submit={t('adoptThese')} hidden={{ assignmentId: id }} look={{ variant: 'plain', size: 'small' }} row
              done={({ taken }) => t('adoptedThese', { taken: Number(taken) })}
            >
              <Field label={t('source')}>
                {({ id: fieldId }) => (
                  <Select id={fieldId} name="layerId">
                    {sources.map(({ layerId, passages, of: other }) => (
                      <option key={layerId} value={layerId}>
                        {other ? t('sourceKey', { title: other.title, class: other.className, passages }) : t('sourceOpen', { passages })}
                      </option>
                    ))}
                  </Select>
                )}
              </Field>
            </ClassForm>
          </div>
        </details>
      )}
      <h2 lang={article.language} dir="auto" className="reader-title mt-4">
        {article.title}
      </h2>
    </header>
  )
}
