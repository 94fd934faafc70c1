import { useFormatter, useTranslations } from 'next-intl'
import type { Person } from '@/lib/server/class-people'
import type { ClassView } from '@/lib/server/classes'
import { PersonMenu } from './people-person-menu'

/** Everybody in a class, for those who teach in it; whoever runs it can change each line. */
export function PeopleTable({ of, people }: { of: ClassView; people: readonly Person[] }) {
  const [t, roles, format] = [useTranslations('classroom.people'), useTranslations('classroom.roles'), useFormatter()]
  const codeOf = ({ codeEndsAt }: Person) => (
    <>
      {t('byCode')}
      {codeEndsAt && <span className="text-[13px] sm:block"> {t('codeUntil', { date: format.dateTime(new Date(codeEndsAt), { dateStyle: 'medium', timeZone: of.timeZone }) })}</span>}
    </>
  )
  const sections = of.sections.length > 0
  const cell = 'sm:table-cell sm:py-2.5 sm:pr-6 sm:align-baseline'
  // On a phone a person is two lines: the name, and what else there is in one sentence.
  const further = `${cell} inline max-sm:text-[14px] max-sm:text-soft`
  const next = `${further} max-sm:before:content-['_·_']`
  return (
    <table className="w-full text-[15px] max-sm:block">
      <caption className="sr-only">{t('caption', { name: of.name })}</caption>
      <thead className="text-left text-[13px] text-soft max-sm:sr-only">
        <tr className="border-b border-rule">
          <Head>{t('columns.name')}</Head>
          <Head>{t('columns.role')}</Head>
          {sections && <Head>{t('columns.section')}</Head>}
          <Head>{t('columns.way')}</Head>
          {of.mayManage && (
            <th scope="col" className="py-2">
              <span className="sr-only">{t('columns.actions')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {people.map((person) => (
          <tr key={person.id} className="border-b border-rule max-sm:relative max-sm:block max-sm:py-3 max-sm:pr-24">
            <th scope="row" className={`${cell} block text-left font-medium wrap-anywhere`}>
              {person.name}
            </th>
            <td className={`${further} sm:whitespace-nowrap`}>{roles(person.role)}</td>
            {sections && <td className={`${next} wrap-anywhere sm:whitespace-nowrap ${person.section ? '' : 'text-soft'}`}>{person.section?.name ?? t('noSection')}</td>}
            <td className={`${next} text-soft wrap-anywhere`}>{person.managed ? codeOf(person) : (person.email ?? t('byOther'))}</td>
            {of.mayManage && (
              <td className="block text-right whitespace-nowrap max-sm:absolute max-sm:top-3 max-sm:right-0 sm:table-cell sm:py-1">
                <PersonMenu classId={of.id} person={person} sections={of.sections} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Head({ children }: { children: string }) {
  return (
    <th scope="col" className="py-2 pr-6 font-normal whitespace-nowrap">
      {children}
    </th>
  )
}
