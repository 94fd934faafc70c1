import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/site/button-link'
import { ClientWords } from '@/components/site/client-words'
import { Notice } from '@/components/ui/notice'
import { Page, PageTitle, Section } from '@/components/ui/page'
import { QrCode } from '@/components/ui/qr-code'
import type { AssignmentView } from '@/lib/server/assignment-view'
import type { Board } from '@/lib/server/board'
import { AssignmentMoment } from './assignment-moment'
import { AssignmentReveal } from './assignment-reveal'
import { AssignmentSettings } from './assignment-settings'
import { CopyLink } from './people-copy-link'

/** What those who teach see at an assignment's address: where the class stands, the ways from here, what is set. */
export function AssignmentOverview({ assignment, counts, hasKey, address }: { assignment: AssignmentView; counts: Board['counts'] | null; hasKey: boolean; address: string }) {
  const [t, removal] = [useTranslations('assignment.overview'), useTranslations('assignment.removal')]
  const { id, class: of, article, revision, mayManage, deleteAt } = assignment
  const ways = [
    { to: 'key', name: t('key'), text: t(hasKey ? 'keyThere' : 'keyNone') },
    { to: 'board', name: t('board'), text: t('boardText') },
    { to: 'project', name: t('project'), text: t('projectText') },
    { to: 'results', name: t('results'), text: t('resultsText') },
    { to: 'grades', name: t('grading'), text: t('gradingText') },
  ]
  return (
    <Page>
      <PageTitle
        kicker={
          <>
            <Link href={`/classes/${of.id}`} className="inline-block min-h-6 underline underline-offset-2 hover:text-ink">
              {of.name}
            </Link>{' '}
            · {t('kicker')}
          </>
        }
      >
        <span className="wrap-anywhere">{assignment.title}</span>
      </PageTitle>
      <p className="-mt-4 max-w-[42em] text-[15px] text-soft wrap-anywhere">
        {t.rich('article', {
          number: revision.number,
          article: () => (
            <Link href={`/articles/${article.slug}/revisions/${revision.number}`} className="font-serif text-ink underline underline-offset-2" lang={article.language}>
              {article.title}
            </Link>
          ),
        })}
      </p>
      <ClientWords sets={['assignment', 'classroom']}>
        {deleteAt !== null && (
          <div className="mt-5">
            <Notice>{removal.rich('due', { when: () => <AssignmentMoment at={deleteAt} zone={of.timeZone} /> })}</Notice>
          </div>
        )}
        <section className="mt-8" aria-label={t('counts')}>
          {counts && <Counts counts={counts} classId={of.id} mayManage={mayManage} />}
        </section>
        {mayManage && !of.archived && <AssignmentReveal id={id} revealed={assignment.revealed} open={assignment.gate === 'open'} zone={of.timeZone} />}
        <Section title={t('steps')}>
          <ul className="divide-y divide-rule border-y border-rule">
            {ways.map(({ to, name, text }) => (
              <li key={to} className="grid gap-x-8 py-3 sm:grid-cols-[13em_minmax(0,1fr)] sm:items-baseline">
                <Link href={`/assignments/${id}/${to}`} className="inline-flex min-h-7 items-center text-[16px] font-medium no-underline hover:underline">
                  {name}
                </Link>
                <span className="text-[14.5px] text-soft">{text}</span>
              </li>
            ))}
          </ul>
        </Section>
        {!of.archived && (
          <Section title={t('share')} note={t('shareNote')}>
            <div className="flex flex-wrap items-start gap-x-8 gap-y-4">
              <QrCode text={address} label={t('qr', { title: assignment.title })} className="w-44 border border-rule" />
              <div className="grid min-w-0 justify-items-start gap-3">
                <p className="font-mono text-[14px] wrap-anywhere">{address}</p>
                <CopyLink link={address} name={t('copy')} />
              </div>
            </div>
          </Section>
        )}
        <Section title={t('set')}>
          <AssignmentSettings assignment={assignment} />
          {mayManage && (
            <div className="mt-6 flex flex-wrap gap-3">
              {!of.archived && <ButtonLink href={`/assignments/${id}/edit`}>{t('edit')}</ButtonLink>}
              <ButtonLink href={`/assignments/${id}/delete`}>{removal(deleteAt === null ? 'link' : 'callOff')}</ButtonLink>
            </div>
          )}
        </Section>
      </ClientWords>
    </Page>
  )
}

function Counts({ counts, classId, mayManage }: { counts: Board['counts']; classId: string; mayManage: boolean }) {
  const t = useTranslations('assignment.overview')
  const handedIn = counts.submitted + counts.late
  const figures = [
    { name: t('submitted'), count: handedIn, more: counts.late > 0 && t('lateOf', { count: counts.late }) },
    { name: t('started'), count: counts.started, more: false },
    { name: t('notStarted'), count: counts['not-started'], more: false },
  ]
  if (handedIn + counts.started + counts['not-started'] === 0) {
    return (
      <p className="border-y border-rule py-5 text-soft">
        {t('noStudents')}{' '}
        {mayManage && (
          <Link href={`/classes/${classId}/people`} className="text-ink underline underline-offset-2">
            {t('addStudents')}
          </Link>
        )}
      </p>
    )
  }
  return (
    <dl className="grid grid-cols-3 border-y border-rule py-4">
      {figures.map(({ name, count, more }) => (
        <div key={name} className="border-l border-rule px-4 first:border-0 first:pl-0">
          <dt className="text-[13.5px] text-soft">{name}</dt>
          <dd className="font-serif text-[32px] leading-tight tabular-nums">{count}</dd>
          {more && <dd className="text-[13px] text-opinion">{more}</dd>}
        </div>
      ))}
    </dl>
  )
}
