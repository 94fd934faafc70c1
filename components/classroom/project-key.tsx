import { useTranslations } from 'next-intl'
import { NoteView } from '@/components/annotation/note-view'
import { useLabelName } from '@/components/summary/use-label-name'
import type { Projected } from '@/lib/domain/classroom/projection'

/** What the key has at a passage, with its explanation. */
export function ProjectKey({ passage: { dimension, key } }: { passage: Projected }) {
  const t = useTranslations('grading.project')
  const labelName = useLabelName()
  return (
    <section role="status" className="border-l-4 border-accent pl-[clamp(1rem,2vw,2rem)] text-[clamp(1.125rem,1.7vw,2.125rem)] leading-snug wrap-anywhere">
      <h2 className="font-sans text-[0.75em] font-normal text-soft">{t('keySays')}</h2>
      {key.length === 0 && <p>{t('keyNothing')}</p>}
      {key.map(({ id, labels, note }) => (
        <div key={id} className="mt-[0.25em] grid gap-[0.35em]">
          <p className="font-semibold">{labels.map((label) => labelName(dimension, label)).join(' / ')}</p>
          {note && <NoteView note={note} />}
        </div>
      ))}
    </section>
  )
}
