import { useTranslations } from 'next-intl'
import { markedParagraphs, type MarkedRun } from '@/lib/domain/classroom/marked-text'
import type { Span } from '@/lib/domain/text/span'

const looks = { own: 'bg-transparent text-ink underline decoration-accent decoration-[3px] underline-offset-4', key: 'bg-opinion-tint text-ink' }
const both = 'bg-opinion-tint text-ink underline decoration-accent decoration-[3px] underline-offset-4'

/** The whole text with what the student marked underlined and, where the key is shown, what it marks tinted. */
export function WorkText({ text, language, own, wanted }: { text: string; language: string; own: readonly Span[]; wanted: readonly Span[] }) {
  const t = useTranslations('grading.work')
  const beside = wanted.length > 0
  return (
    <details className="mt-10 border-t border-rule pt-4">
      <summary className="min-h-8 font-serif text-[19px] font-semibold">{t(beside ? 'text' : 'textOwn')}</summary>
      <p className="my-3 flex flex-wrap gap-x-6 gap-y-1 text-[14px]">
        <mark className={looks.own}>{t('legendOwn')}</mark>
        {beside && <mark className={looks.key}>{t('legendKey')}</mark>}
        {beside && <mark className={both}>{t('legendBoth')}</mark>}
      </p>
      <div lang={language} className="grid max-w-[42em] gap-4 font-serif text-[18px] leading-[1.75] wrap-anywhere">
        {markedParagraphs(text, own, wanted).map((runs, i) => (
          <p key={i} dir="auto">
            {runs.map((run, j) => (
              <Run key={j} run={run} />
            ))}
          </p>
        ))}
      </div>
    </details>
  )
}

function Run({ run: { text, own, key } }: { run: MarkedRun }) {
  if (!own && !key) return text
  return <mark className={own && key ? both : own ? looks.own : looks.key}>{text}</mark>
}
