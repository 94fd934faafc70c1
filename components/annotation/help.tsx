import { useTranslations } from 'next-intl'
import { Dialog } from '@/components/ui/dialog'
import { KeyCap } from '@/components/ui/key-cap'
import { dimensions, type Mark } from '@/lib/domain/codebook/codebook'
import { labelsOf } from '@/lib/domain/codebook/registry'
import { useLabelWords } from './label-words'
import { setPreference, usePreferences } from './preferences'
import { useReading } from './reading-context'
import { Swatch } from './swatch'

const keys = {
  reading: [
    [['↑', '↓'], 'sentences'], [['←', '→'], 'words'], [['Home', 'End'], 'paragraph'], [['Shift'], 'extend'], [['Enter'], 'flag'],
    [['Tab', 'n'], 'next'], [['⇧Tab', 'p'], 'previous'], [['Space'], 'open'], [['c'], 'card'], [['Delete'], 'remove'], [['Esc'], 'leave'],
  ],
  palette: [
    [['Shift', '← →'], 'stretchWord'], [['Shift', '↑ ↓'], 'stretchSentence'], [['.'], 'sentence'], [[','], 'word'], [['b'], 'snap'], [['Alt'], 'alt'],
    [['m'], 'more'], [['n'], 'note'], [['Ctrl', 'Enter'], 'save'], [['Ctrl', 'Z'], 'undo'], [['Ctrl', '⇧Z'], 'redo'], [['?'], 'help'],
  ],
} as const
const marks: Mark[] = ['tint-cool', 'tint-warm', 'underline-solid', 'underline-dashed', 'underline-dotted', 'wavy']

/** Everything the keyboard does here, what the signs mean, and every label with its key. */
export function Help({ open, close }: { open: boolean; close: () => void }) {
  const t = useTranslations('reader')
  const common = useTranslations('site')
  const codebookWords = useTranslations('codebook')
  const preferences = usePreferences()
  const words = useLabelWords()
  const { offered } = useReading()
  return (
    <Dialog open={open} onClose={close} title={t('help.title')} closeLabel={common('close')}>
      {open && (
        <div className="grid gap-6 text-[14px]">
          <ul className="grid gap-1.5 sm:grid-cols-2">
            {marks.map((mark) => (
              <li key={mark} className="flex items-center gap-2">
                <Swatch mark={mark} /> {codebookWords(`marks.${mark}`)}
              </li>
            ))}
          </ul>
          {(['reading', 'palette'] as const).map((part) => (
            <section key={part}>
              <h3 className="mb-2 font-semibold">{t(`help.${part}`)}</h3>
              <dl className="grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
                {keys[part].map(([caps, deed]) => (
                  <div key={deed} className="flex items-baseline justify-between gap-3 border-b border-rule pb-1">
                    <dd>{t(`help.deeds.${deed}`)}</dd>
                    <dt className="order-last flex flex-none gap-1">
                      {caps.map((cap) => (
                        <KeyCap key={cap}>{cap}</KeyCap>
                      ))}
                    </dt>
                  </div>
                ))}
              </dl>
            </section>
          ))}
          <section className="grid gap-1">
            <h3 className="mb-1 font-semibold">{t('help.preferences')}</h3>
            {(['snap', 'keys', 'read'] as const).map((name) => (
              <label key={name} className="flex min-h-8 items-center gap-2">
                <input type="checkbox" checked={preferences[name]} onChange={(event) => setPreference(name, event.target.checked)} className="size-4 accent-ink" />
                {t(`help.${name}`)}
              </label>
            ))}
          </section>
          {dimensions.map((dimension) => (
            <section key={dimension}>
              <h3 className="mb-2 font-semibold">
                {words.dimension(dimension).name} <span className="font-normal text-soft">{words.dimension(dimension).question}</span>
              </h3>
              <ul className="grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
                {labelsOf(offered, dimension).map((label) => (
                  <li key={label.id} className="flex items-center gap-2">
                    <Swatch mark={label.mark} colour={label.colour} />
                    <span className="flex-1">{words.label({ dimension, label: label.id }).name}</span>
                    <KeyCap>{label.key === label.key.toLowerCase() ? label.key : `⇧${label.key}`}</KeyCap>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </Dialog>
  )
}
