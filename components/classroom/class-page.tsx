import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import type { ClassView } from '@/lib/server/classes'
import { PageTabs } from './page-tabs'

type ClassTab = 'assignments' | 'people' | 'progress' | 'grades' | 'settings'

/** A page of a class: its name, what the viewer is in it, and the way to its other pages, which students need not have. */
export function ClassPage({ of, tab, children }: { of: ClassView; tab: ClassTab; children: ReactNode }) {
  const [t, roles, format] = [useTranslations('classroom.head'), useTranslations('classroom.roles'), useFormatter()]
  const tabs: ClassTab[] = ['assignments', ...(of.maySeePeople ? (['people', 'progress', 'grades'] as const) : []), ...(of.mayManage ? (['settings'] as const) : [])]
  return (
    <Page>
      <header className="mb-8 print:hidden">
        <p className="text-[13px] text-soft">
          <Link href="/classes" className="inline-block min-h-6 underline underline-offset-2 hover:text-ink">
            {t('kicker')}
          </Link>
          {' · '}
          {t('youAre', { role: roles(of.role) })}
        </p>
        <h1 className="mt-1 text-[26px] leading-tight font-semibold wrap-anywhere sm:text-[30px]">{of.name}</h1>
        {tabs.length > 1 && (
          <PageTabs
            name={t('navigation')}
            tabs={tabs.map((each) => ({ href: each === 'assignments' ? `/classes/${of.id}` : `/classes/${of.id}/${each}`, words: t(`tabs.${each}`), current: each === tab }))}
          />
        )}
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {of.deleteAt && <Notice>{t('leaving', { date: format.dateTime(new Date(of.deleteAt), { dateStyle: 'long', timeZone: of.timeZone }) })}</Notice>}
        {!of.deleteAt && of.leavesSoon && of.keepUntil && (
          <Notice>
            {t.rich('leavesSoon', {
              date: format.dateTime(new Date(of.keepUntil), { dateStyle: 'long', timeZone: 'UTC' }),
              settings: (words) => <Link href={`/classes/${of.id}/settings`}>{words}</Link>,
            })}
          </Notice>
        )}
        {of.archived && <Notice>{t('archived')}</Notice>}
        <div>{children}</div>
      </div>
    </Page>
  )
}
