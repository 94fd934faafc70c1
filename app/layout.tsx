import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PageOwner } from '@/components/kept/page-owner'
import { ClientWords } from '@/components/site/client-words'
import { FocusKept } from '@/components/site/focus-kept'
import { Header } from '@/components/site/header'
import { currentViewer, keptChoice } from '@/lib/server/session'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site')
  return { title: { default: t('name'), template: `%s · ${t('name')}` }, description: t('tagline') }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  // The keyboard of a phone makes the window lower rather than lying over what is at its bottom.
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#171612' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [viewer, locale, theme, sent] = await Promise.all([currentViewer(), getLocale(), keptChoice('theme'), headers()])
  const reader = viewer.kind === 'user' ? viewer.id : null
  return (
    <html lang={locale} data-theme={theme ?? undefined} data-reader={reader ?? undefined}>
      <body>
        <PageOwner reader={reader} />
        <ClientWords sets={[]}>
          {!sent.has('x-gloss-framed') && <Header viewer={viewer} locale={locale} theme={theme} />}
          {children}
        </ClientWords>
        <FocusKept />
      </body>
    </html>
  )
}
