import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page'

/** Settings of who administers this site: the way to its learning platforms. */
export function PlatformsSection() {
  const t = useTranslations('platforms')
  return (
    <Section title={t('settings')} note={t('settingsNote')}>
      <Link href="/settings/platforms" className="inline-block min-h-6 underline underline-offset-2">
        {t('toSettings')}
      </Link>
    </Section>
  )
}
