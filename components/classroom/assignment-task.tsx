import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { NoteView } from '@/components/annotation/note-view'
import { ButtonLink } from '@/components/site/button-link'
import { Notice } from '@/components/ui/notice'
import type { AssignmentView, OwnPart } from '@/lib/server/assignment-view'
import { AssignmentMoment } from './assignment-moment'
import { AssignmentProgress } from './assignment-progress'

type Props = { assignment: AssignmentView; own: OwnPart; viewerId: string; shut: string | null }

/** What a student reads above the text: the task, until when, what others see, how far they are, and the article's title. */
export function AssignmentTask({ assignment, own, viewerId, shut }: Props) {
  const t = useTranslations('assignment')
  const { class: of, article, due, lateUntil, instructions, points, groupSize, labels, deleteAt } = assignment
  const on = (moment: number) => ({ when: () => <AssignmentMoment at={moment} zone={of.timeZone} /> })
  const lines = [
    due === null ? t('dates.endless') : t.rich('dates.due', on(due)),
    lateUntil !== null && lateUntil !== due && t.rich('dates.lateUntil', on(lateUntil)),
    [points > 0 && t('head.points', { points }), groupSize !== null && t('head.group', { size: groupSize })].filter(Boolean).join(' · '),
  ].filter(Boolean)
  return (
    <>
      <header className="grid gap-3 pb-4">
        <p className="text-[13px] text-soft">
          {t.rich('head.kicker', {
            class: () => (
              <Link href={`/classes/${of.id}`} className="reader-link wrap-anywhere">
                {of.name}
              </Link>
            ),
          })}
        </p>
        <h1 className="text-[23px] leading-snug font-semibold text-balance wrap-anywhere">{assignment.title}</h1>
        <ul className="text-[14px]">
          {lines.map((line, i) => (
            <li key={i}>{line}</li>
          ))}
        </ul>
        {shut && <Notice>{shut}</Notice>}
        {deleteAt !== null && <Notice>{t.rich('removal.dueStudents', on(deleteAt))}</Notice>}
        {instructions && (
          <section aria-label={t('head.instructions')} className="border-l-[3px] border-rule pl-4 text-[15.5px] leading-relaxed">
            <NoteView note={instructions} />
          </section>
        )}
        {labels.length > 0 && shut === null && <p className="text-[13.5px] text-soft">{t('head.someLabels')}</p>}
        <Sight assignment={assignment} own={own} viewerId={viewerId} />
      </header>
      <AssignmentProgress
        assignment={{ id: assignment.id, requirement: assignment.requirement, gate: assignment.gate, gateFlags: assignment.gateFlags }}
        zone={of.timeZone}
        own={own}
        archived={of.archived}
        instructions={instructions && <NoteView note={instructions} />}
      />
      <ArticleTitle article={article} />
    </>
  )
}

/** Whether the others' work can be seen, and what opens it; the way to one's grade and to the key, once there is one. */
function Sight({ assignment: { gate, gateFlags, pseudonyms, groupSize, id, revealed, keyLayerId }, own, viewerId }: Omit<Props, 'shut'>) {
  const t = useTranslations('assignment.gate')
  const others = own.seesOthers && gate !== 'open' ? t(revealed === null ? 'opened' : 'openedAll') : t(gate, { flags: gateFlags })
  const sentences = [others, keyLayerId !== null && !own.seesKey && t('key'), groupSize !== null && !own.seesOthers && t('circle'), pseudonyms && t('pseudonyms')]
  const way = own.seesGrade ? (own.seesKey ? 'gradeAndKey' : 'grade') : own.seesKey ? 'compare' : own.seesOthers && own.shut !== null && 'compareClass'
  return (
    <div className="grid justify-items-start gap-1 text-[13.5px] text-soft">
      {sentences.filter((sentence) => sentence !== false).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {way && (
        <ButtonLink size="small" className="mt-1.5" href={`/assignments/${id}/work/${viewerId}`}>
          {t(way)}
        </ButtonLink>
      )}
    </div>
  )
}

function ArticleTitle({ article: { title, language, siteName, byline, publishedAt } }: Pick<AssignmentView, 'article'>) {
  const format = useFormatter()
  const origin = [siteName, publishedAt && format.dateTime(new Date(publishedAt), { dateStyle: 'long', timeZone: 'UTC' }), byline]
  return (
    <div className="pt-7">
      <p className="text-[13px] text-soft">{origin.filter(Boolean).join(' · ')}</p>
      <h2 lang={language} dir="auto" className="reader-title">
        {title}
      </h2>
    </div>
  )
}
