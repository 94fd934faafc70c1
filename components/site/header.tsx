import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { Viewer } from '@/lib/domain/viewer'
import type { Locale } from '@/lib/i18n/locales'
import { AccountMenu } from './account-menu'
import { SignInLink } from './sign-in-link'

/** The bar above every page: the name, where one can go, and who one is. */
export async function Header({ viewer, locale, theme }: { viewer: Viewer; locale: Locale; theme: string | null }) {
  const t = await getTranslations('site')
  return (
    <header className="sticky top-0 z-20 [@media(max-height:480px)]:static border-b border-rule bg-paper print:hidden">
      <a
        href="#content"
        className="absolute -top-20 left-4 rounded-md bg-ink px-4 py-2 text-paper focus:top-2"
      >
        {t('skipToContent')}
      </a>
      <div className="flex h-[52px] items-center gap-4 px-5 sm:gap-6 sm:px-6">
        <Link href="/" className="font-serif text-[21px] font-semibold tracking-tight italic no-underline">
          {t('name')}
        </Link>
        <nav aria-label={t('navigation')} className="flex min-w-0 items-center gap-4 text-sm text-soft">
          <Link href="/library" className="inline-flex min-h-9 items-center no-underline hover:text-ink">
            {t('library')}
          </Link>
          {viewer.kind === 'user' && (
            <Link href="/classes" className="inline-flex min-h-9 items-center no-underline hover:text-ink">
              {t('classes')}
            </Link>
          )}
          {viewer.kind === 'user' && !viewer.managed && (
            <Link href="/articles/new" className="hidden min-h-9 items-center no-underline hover:text-ink sm:inline-flex">
              {t('newArticle')}
            </Link>
          )}
        </nav>
        <div className="ml-auto flex items-center gap-2 text-sm">
          {viewer.kind !== 'user' && <SignInLink>{t('signIn')}</SignInLink>}
          <AccountMenu viewer={viewer} locale={locale} theme={theme} />
        </div>
      </div>
    </header>
  )
}
