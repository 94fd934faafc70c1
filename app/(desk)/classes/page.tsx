import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClassList } from '@/components/classroom/class-list'
import { ClassMaker } from '@/components/classroom/class-maker'
import { ButtonLink } from '@/components/site/button-link'
import { ClientWords } from '@/components/site/client-words'
import { Page, PageTitle, Section } from '@/components/ui/page'
import { timeZones } from '@/lib/domain/classroom/zoned-time'
import { pathWithNext } from '@/lib/domain/next-path'
import { listClasses } from '@/lib/server/classes'
import { currentViewer } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('classroom.list'))('title') }
}

export default async function ClassesPage() {
  const viewer = await currentViewer()
  if (viewer.kind !== 'user') redirect(pathWithNext('/sign-in', '/classes'))
  const [t, classes] = [await getTranslations('classroom'), await listClasses(viewer)]
  return (
    <Page width="text">
      <PageTitle lead={t('list.lead')}>{t('list.title')}</PageTitle>
      {classes.length > 0 ? (
        <ClassList classes={classes} />
      ) : (
        <div className="border-y border-rule py-6">
          <h2 className="text-[19px] font-semibold">{t('list.emptyTitle')}</h2>
          <p className="mt-1 text-soft">{t(viewer.managed ? 'list.emptyStudent' : 'list.emptyTeacher')}</p>
        </div>
      )}
      {!viewer.managed && (
        <>
          <div className="mt-6">
            <ButtonLink href="/join">{t('list.join')}</ButtonLink>
          </div>
          <Section title={t('make.title')}>
            <div className="max-w-[420px]">
              <ClientWords sets={['classroom']}>
                <ClassMaker zones={timeZones()} />
              </ClientWords>
            </div>
          </Section>
        </>
      )}
    </Page>
  )
}
