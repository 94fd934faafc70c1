import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { FootLink } from '@/components/account/foot-link'
import { SignInCodeForm } from '@/components/classroom/class-entry-forms'
import { ClientWords } from '@/components/site/client-words'
import { Page, PageTitle } from '@/components/ui/page'
import { nextPath, pathWithNext } from '@/lib/domain/next-path'
import { currentViewer } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('classroom.signIn'))('title') }
}

export default async function SignInCodePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { next: wish } = await searchParams
  const next = nextPath(wish, '/classes')
  if ((await currentViewer()).kind === 'user') redirect(next)
  const t = await getTranslations('classroom.signIn')
  return (
    <Page width="narrow">
      <PageTitle>{t('title')}</PageTitle>
      <p className="-mt-4 mb-7 text-soft">{t('lead')}</p>
      <ClientWords sets={['classroom']}>
        <SignInCodeForm next={next} />
      </ClientWords>
      <div className="mt-8 border-t border-rule pt-4 text-[15px]">
        <FootLink href={pathWithNext('/sign-in', wish)} before={t('other')}>
          {t('otherLink')}
        </FootLink>
      </div>
    </Page>
  )
}
