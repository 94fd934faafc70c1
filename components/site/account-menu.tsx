import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { SignOut } from '@/components/kept/sign-out'
import { Menu } from '@/components/ui/menu'
import { chooseLanguage, chooseTheme } from '@/lib/actions/appearance'
import type { Viewer } from '@/lib/domain/viewer'
import { localeNames, locales, type Locale } from '@/lib/i18n/locales'
import { ChoiceForm } from './choice-form'

const themes = ['system', 'light', 'dark'] as const

/** Who is signed in, the interface's language and light or dark: forms, so that they work before any script runs. */
export async function AccountMenu({ viewer, locale, theme }: { viewer: Viewer; locale: Locale; theme: string | null }) {
  const t = await getTranslations('site')
  const signedIn = viewer.kind === 'user'
  return (
    <Menu name={t('accountMenu')} label={signedIn ? <Initial name={viewer.name} /> : <span aria-hidden="true">文A</span>}>
      {signedIn && (
        <>
          <p className="px-2 pt-1 text-[13px] text-soft">{t('signedInAs', { name: viewer.name })}</p>
          {!viewer.managed && (
            <Link href="/articles/new" className={`${item} sm:hidden`}>
              {t('newArticle')}
            </Link>
          )}
          <Link href="/settings" className={item}>
            {t('settings')}
          </Link>
        </>
      )}
      <Choice title={t('language')} name="locale" action={chooseLanguage} chosen={locale}>
        {locales.map((value) => ({ value, text: localeNames[value], lang: value }))}
      </Choice>
      <Choice title={t('theme')} name="theme" action={chooseTheme} chosen={theme ?? 'system'}>
        {themes.map((value) => ({ value, text: t(`themes.${value}`) }))}
      </Choice>
      {signedIn && (
        <SignOut owner={viewer.id}>
          <button className={item}>{t('signOut')}</button>
        </SignOut>
      )}
    </Menu>
  )
}

const item = 'flex min-h-9 w-full items-center rounded-md px-2 text-left text-[15px] no-underline hover:bg-paper'

function Initial({ name }: { name: string }) {
  const first = [...new Intl.Segmenter().segment(name.trim())][0]?.segment ?? '·'
  return (
    <span
      aria-hidden="true"
      className="grid size-7 place-items-center rounded-full bg-sourcing text-[13px] font-semibold text-paper"
    >
      {first}
    </span>
  )
}

type Option = { value: string; text: string; lang?: string }

function Choice(props: {
  title: string
  name: string
  chosen: string
  action: (form: FormData) => Promise<void>
  children: Option[]
}) {
  return (
    <ChoiceForm action={props.action}>
      <p className="px-2 pt-1 text-[13px] text-soft">{props.title}</p>
      {props.children.map((option) => (
        <button
          key={option.value}
          name={props.name}
          value={option.value}
          lang={option.lang}
          aria-pressed={option.value === props.chosen}
          className={item}
        >
          <span className="w-5" aria-hidden="true">
            {option.value === props.chosen ? '✓' : ''}
          </span>
          {option.text}
        </button>
      ))}
    </ChoiceForm>
  )
}
