import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { JoinClassForm } from '@/components/classroom/class-entry-forms'
import { ButtonLink } from '@/components/site/button-link'
import { ClientWords } from '@/components/site/client-words'
import { Notice } from '@/components/ui/notice'
import { Page, PageTitle } from '@/components/ui/page'
import { pathWithNext } from '@/lib/domain/next-path'
import { readInvitation } from '@/lib/server/class-invitations'
import { readClass } from '@/lib/server/classes'
import { currentViewer, currentVisitor } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('classroom.join'))('title'), robots: { index: false }, referrer: 'same-origin' }
}

export default async function JoinClassPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const [t, problems, viewer] = [await getTranslations('classroom.join'), await getTranslations('problems'), await currentViewer()]
  const read = await readInvitation(viewer, (await currentVisitor()).address, code)
  const invitation = read.ok ? read.value : null
  if (!invitation) {
    const problem = read.ok ? problems('codeUnknown') : problems('rateLimited', { minutes: Number(read.problems[0]?.values?.minutes ?? 1) })
    return (
      <Page width="narrow">
        <PageTitle lead={problem}>{t('unknownTitle')}</PageTitle>
        <ButtonLink href="/join">{t('again')}</ButtonLink>
      </Page>
    )
  }
  if (viewer.kind === 'user' && (await readClass(viewer, invitation.classId))) redirect(`/classes/${invitation.classId}`)
  const here = `/join/${encodeURIComponent(code)}`
  return (
    <Page width="narrow">
      <PageTitle>{t('ask', { name: invitation.name })}</PageTitle>
      <p className="-mt-4 mb-7 text-soft">{t('as', { role: invitation.role.replace('-', '') })}</p>
      {viewer.kind !== 'user' ? (
        <div className="grid gap-5">
          <p>{t('signIn')}</p>
          <div className="flex flex-wrap gap-3">
            <ButtonLink href={pathWithNext('/sign-in', here)} variant="primary">
              {t('toSignIn')}
            </ButtonLink>
            <ButtonLink href={pathWithNext('/sign-up', here)}>{t('toSignUp')}</ButtonLink>
          </div>
        </div>
      ) : viewer.managed ? (
        <Notice>{t('managed')}</Notice>
      ) : (
        <div className="flex flex-wrap gap-3">
          <ClientWords sets={['classroom']}>
            <JoinClassForm code={code} />
          </ClientWords>
          <ButtonLink href="/classes" variant="quiet">
            {t('notNow')}
          </ButtonLink>
        </div>
      )}
    </Page>
  )
}
