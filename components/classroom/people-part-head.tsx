import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** What a page below the people of a class is for, and the way back to them. */
export function PeoplePartHead({ classId, part }: { classId: string; part: 'roster' | 'codes' }) {
  const t = useTranslations(`classroom.${part}`)
  return (
    <div className="mb-6 print:hidden">
      <h2 className="text-[22px] font-semibold">{t('title')}</h2>
      <p className="mt-1 text-soft">{t('lead')}</p>
      <Link href={`/classes/${classId}/people`} className="mt-1 inline-flex min-h-8 items-center text-[14px] underline">
        {t('back')}
      </Link>
    </div>
  )
}
