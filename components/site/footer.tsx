import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

/** The line below a page that is read to its end: what is not for every visit. */
export async function Footer() {
  const t = await getTranslations('developers')
  return (
    <footer className="mx-auto w-full max-w-[1040px] px-5 pb-8 sm:px-6 print:hidden">
      <div className="flex flex-wrap gap-x-6 border-t border-rule pt-3 text-[13.5px] text-soft">
        <Link href="/developers" className="inline-flex min-h-9 items-center no-underline hover:text-ink hover:underline">
          {t('footer')}
        </Link>
      </div>
    </footer>
  )
}
