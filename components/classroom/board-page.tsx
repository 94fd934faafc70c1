import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Page } from '@/components/ui/page'
import type { AssignmentView } from '@/lib/server/assignment-view'
import { PageTabs } from './page-tabs'

const boardTabs = ['board', 'results', 'grades', 'project'] as const
type BoardTab = (typeof boardTabs)[number]

/** A page of an assignment for those who teach: what it is of, and the way to the other pages. */
export function BoardPage({ of, tab, children }: { of: AssignmentView; tab: BoardTab; children: ReactNode }) {
  const t = useTranslations('grading.head')
  return (
    <Page>
      <header className="mb-8 print:hidden">
        <p className="text-[13px] text-soft wrap-anywhere">
          <Link href={`/classes/${of.class.id}`} className="inline-block min-h-6 underline underline-offset-2 hover:text-ink">
            {of.class.name}
          </Link>
          {' · '}
          <Link href={`/assignments/${of.id}`} className="inline-block min-h-6 underline underline-offset-2 hover:text-ink">
            {t('assignment')}
          </Link>
        </p>
        <h1 className="mt-1 text-[26px] leading-tight font-semibold wrap-anywhere sm:text-[30px]">{of.title}</h1>
        <PageTabs name={t('navigation')} tabs={boardTabs.map((each) => ({ href: `/assignments/${of.id}/${each}`, words: t(`tabs.${each}`), current: each === tab }))} />
      </header>
      {children}
    </Page>
  )
}
